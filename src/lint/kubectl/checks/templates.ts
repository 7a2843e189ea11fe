import { hasHole, slice, type Word } from '../shell/word.ts';
import type { CheckContext } from './context.ts';

const goTemplate = /^(?:go-template|template)=/;
const jsonPath = /^jsonpath(?:-as-json)?=/;

/** Braces and blocks of `-o go-template=`, `--template` and `-o jsonpath=`. */
export function checkTemplates({ invocation, report }: CheckContext): void {
  const output = invocation.flags.findLast(({ flag }) => flag.name === 'output')?.value?.text ?? '';
  for (const { flag, value } of invocation.flags) {
    // A shell variable inside a template can hold anything.
    if (!value || hasHole(value)) continue;
    const isTemplate = flag.name === 'template';
    const check =
      flag.name === 'output' && goTemplate.test(value.text)
        ? goTemplateFault
        : isTemplate && !/file$|columns|^jsonpath/.test(output)
          ? goTemplateFault
          : (flag.name === 'output' && jsonPath.test(value.text)) || (isTemplate && /^jsonpath/.test(output))
            ? jsonPathFault
            : undefined;
    const template = isTemplate ? value : slice(value, value.text.indexOf('=') + 1);
    reportFault(template, check?.(template.text), report);
  }
}

/** What is wrong with a template, and where. */
type Fault = { from: number; to: number } & (
  | { kind: 'open'; opener: string; closer: string }
  | { kind: 'stray' | 'end' }
  | { kind: 'no-end'; action: string }
);

function reportFault(template: Word, fault: Fault | undefined, report: CheckContext['report']): void {
  if (!fault) return;
  const range = slice(template, fault.from, fault.to);
  if (fault.kind === 'open')
    report('kubectl/template', range, 'template-open', { opener: fault.opener, closer: fault.closer });
  else if (fault.kind === 'no-end')
    report('kubectl/template', range, 'template-no-end', { action: fault.action });
  else if (fault.kind === 'end') report('kubectl/template', range, 'template-end', {});
  // Go prints a stray `}}` as it stands: no failure, but never what was meant.
  else report('kubectl/template', range, 'template-stray', { closer: '}}' }, 'warning');
}

/** Walks over the actions of a Go template; text between them may be anything. What fails is told before what is odd. */
function goTemplateFault(text: string): Fault | undefined {
  const blocks: { action: string; at: number }[] = [];
  let stray = -1;
  let position = 0;
  for (;;) {
    const open = text.indexOf('{{', position);
    const between = text.slice(position, open < 0 ? undefined : open).indexOf('}}');
    if (between >= 0 && stray < 0) stray = position + between;
    if (open < 0) break;
    const close = closeOfAction(text, open + 2);
    if (close < 0) return { kind: 'open', from: open, to: open + 2, opener: '{{', closer: '}}' };
    const action = /^-?\s*(\w+)/.exec(text.slice(open + 2, close))?.[1] ?? '';
    if (/^(?:if|range|with|define|block)$/.test(action)) blocks.push({ action, at: open });
    else if (action === 'end' && !blocks.pop()) return { kind: 'end', from: open, to: close + 2 };
    position = close + 2;
  }
  const block = blocks.at(-1);
  if (block) return { kind: 'no-end', from: block.at, to: block.at + 2, action: block.action };
  return stray < 0 ? undefined : { kind: 'stray', from: stray, to: stray + 2 };
}

/** Where `}}` ends an action; quoted strings hide it. -1 when it does not. */
function closeOfAction(text: string, from: number): number {
  let quote = '';
  for (let index = from; index < text.length; index++) {
    const character = text[index] ?? '';
    if (quote) {
      if (character === '\\' && quote === '"') index++;
      else if (character === quote) quote = '';
    } else if (character === '"' || character === '`') quote = character;
    else if (text.startsWith('}}', index)) return index;
  }
  return -1;
}

/** kubectl's JSONPath: `{` needs `}`, and `[` needs `]` inside it. A `}` alone is text. */
function jsonPathFault(text: string): Fault | undefined {
  let brace = -1;
  let bracket = -1;
  let quote = '';
  for (let index = 0; index < text.length; index++) {
    const character = text[index] ?? '';
    if (quote) {
      if (character === '\\') index++;
      else if (character === quote) quote = '';
    } else if (brace < 0) {
      if (character === '{') brace = index;
    } else if (character === "'" || character === '"') quote = character;
    else if (character === '[' && bracket < 0) bracket = index;
    else if (character === ']') bracket = -1;
    else if (character === '}') {
      if (bracket >= 0) return { kind: 'open', from: bracket, to: bracket + 1, opener: '[', closer: ']' };
      brace = -1;
    }
  }
  return brace < 0 ? undefined : { kind: 'open', from: brace, to: brace + 1, opener: '{', closer: '}' };
}
