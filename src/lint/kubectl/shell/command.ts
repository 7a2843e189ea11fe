import { type Command, type Redirect, slice, type Word } from './word.ts';

/** Words that open or join commands: what follows is a command again. */
const openers = new Set(['!', '{', 'do', 'elif', 'else', 'if', 'then', 'time', 'until', 'while']);
/** Words after which no command follows, up to the next separator. */
const closers = new Set(['case', 'done', 'esac', 'fi', 'for', 'function', 'in', 'select', '}', '[[', '[']);
const assignment = /^[A-Za-z_]\w*\+?=/;

/** Programs that run the program after them: options that take a value, and how many plain words come first. */
const wrappers: Record<string, { valued: string; plain?: number; script?: boolean; open?: boolean }> = {
  builtin: { valued: '' },
  command: { valued: '' },
  env: { valued: 'uSC' },
  exec: { valued: 'a' },
  nice: { valued: 'n' },
  nohup: { valued: '' },
  setsid: { valued: '' },
  stdbuf: { valued: 'ioe' },
  sudo: { valued: 'CDghpRTu' },
  timeout: { valued: 'ks', plain: 1 },
  watch: { valued: 'nd', script: true },
  winpty: { valued: '' },
  xargs: { valued: 'adEIiLnPs', open: true },
};
const shells = new Set(['bash', 'dash', 'sh', 'zsh']);

/** The command in a list of words: without assignments, keywords and wrappers; or the script that a shell is to run. */
export function commandOf(
  words: readonly Word[],
  redirects: readonly Redirect[],
): Command | { script: Word } | undefined {
  let open = false;
  let rest = words;
  for (;;) {
    const [first, ...args] = rest;
    if (!first) return undefined;
    const { text, bare } = first;
    if (bare && closers.has(text)) return undefined;
    const wrapper = Object.hasOwn(wrappers, text) ? wrappers[text] : undefined;
    if ((bare && openers.has(text)) || assignment.test(text)) rest = args;
    else if (shells.has(text) && /^-[a-z]*c$/.test(args[0]?.text ?? ''))
      return args[1] && { script: args[1] };
    else if (wrapper) {
      rest = skipOptions(args, wrapper.valued, wrapper.plain ?? 0);
      open ||= wrapper.open === true;
      const [quoted, another] = rest;
      if (wrapper.script && quoted && !another && /\s/.test(quoted.text)) return { script: quoted };
    } else return { program: programOf(first), args, redirects, open };
  }
}

/** `./kubectl`, `/usr/local/bin/kubectl` and `kubectl.exe` are all kubectl. */
function programOf(word: Word): Word {
  const from = word.text.lastIndexOf('/') + 1;
  const to = word.text.endsWith('.exe') ? word.text.length - 4 : word.text.length;
  return slice(word, from, Math.max(from, to));
}

function skipOptions(words: readonly Word[], valued: string, plain: number): readonly Word[] {
  let index = 0;
  for (; words[index]?.text.startsWith('-'); index++) {
    const text = words[index]?.text ?? '';
    if (text === '--') {
      index++;
      break;
    }
    if (text.length === 2 && valued.includes(text[1] ?? '')) index++;
  }
  return words.slice(index + plain);
}
