import { parseScript } from './shell/parse.ts';
import { type Command, hasHole } from './shell/word.ts';

/** Options of common programs that name a file to be written. */
const outputs: Record<string, readonly string[]> = {
  curl: ['-o', '--output'],
  openssl: ['-keyout', '-out'],
  wget: ['-O'],
};
/** Programs that write the files they are given: all of them, or the last one. */
const writesAll = new Set(['tee', 'touch']);
const writesLast = new Set(['cp', 'install', 'ln', 'mv']);

/** Files that a shell text writes, as far as it names them: later commands may read them. */
export function writtenFiles(text: string): string[] {
  const { commands, written } = parseScript(text);
  const named = written.filter(word => !hasHole(word)).map(word => word.text);
  return [...named, ...commands.flatMap(filesOf)].map(path => path.replace(/^(?:\.\/+)+/, ''));
}

function filesOf({ program, args }: Command): string[] {
  const words = args.filter(word => !hasHole(word)).map(word => word.text);
  const plain = words.filter(word => !word.startsWith('-'));
  if (writesAll.has(program.text)) return plain;
  if (writesLast.has(program.text)) return plain.slice(-1);
  const options = (Object.hasOwn(outputs, program.text) && outputs[program.text]) || [];
  const found = words.flatMap((word, index) => {
    const [name = '', value] = word.split('=', 2);
    return options.includes(name) ? [value ?? words[index + 1] ?? ''] : [];
  });
  const url = words.find(word => /^https?:/.test(word));
  if (program.text === 'curl' && words.some(word => /^-[a-zA-Z]*O/.test(word)) && url)
    found.push(url.slice(url.lastIndexOf('/') + 1));
  return found.filter(Boolean);
}
