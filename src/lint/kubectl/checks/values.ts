import { nearest } from '../../near.ts';
import type { UsedFlag } from '../resolve.ts';
import { hasHole } from '../shell/word.ts';
import type { ValueType } from '../table.ts';
import { type CheckContext, uses } from './context.ts';

const booleans = /^(1|0|t|f|T|F|true|false|TRUE|FALSE|True|False)$/;
/** What Go's parsers take. Bases and `_` as in Go source. */
const forms: Partial<Record<ValueType, RegExp>> = {
  b: booleans,
  t: booleans,
  i: /^[+-]?(?:0[xX][\da-fA-F_]+|0[bB][01_]+|0[oO]?[0-7_]*|[1-9][\d_]*)$/,
  d: /^[+-]?(?:0|(?:(?:\d+\.?\d*|\.\d+)(?:ns|us|µs|μs|ms|s|m|h))+)$/,
  m: /^[^=]+=.*$/s,
};
/** Values that a kubectl takes although its help does not list them. */
const unlisted: Record<string, readonly string[]> = { 'debug --profile': ['legacy'] };
/** Output formats that go on after `=`. */
const templates =
  /^(?:go-template|template|jsonpath|jsonpath-as-json|go-template-file|templatefile|jsonpath-file|custom-columns|custom-columns-file)$/;

/** Values that the command refuses before it asks any server. */
export function checkValues(context: CheckContext): void {
  const { invocation, report } = context;
  const isKubectl = invocation.program.name === 'kubectl';
  for (const used of invocation.flags) {
    const { flag, value } = used;
    if (!value || hasHole(value)) continue;
    const form = forms[flag.type];
    if (form && !form.test(value.text))
      report(isKubectl ? 'kubectl/bad-value' : 'command/tool', value, 'value-type', {
        flag: `--${flag.name}`,
        value: value.text,
        type: flag.type,
      });
    else if (flag.values.length > 0) checkListed(context, used, value.text);
    else checkForm(context, used, value.text);
  }
}

function checkListed(
  { invocation, report }: CheckContext,
  { flag, name, value }: UsedFlag,
  text: string,
): void {
  // Yes and no still work for --dry-run, --validate and --cascade; kubectl/dry-run speaks of the first.
  if (!value || (flag.optional && booleans.test(text))) return;
  const [word = '', argument] = flag.name === 'output' ? splitOnce(text) : [text];
  const { node } = invocation;
  const more = node.flags.has(flag.name) ? unlisted[`${node.path} --${flag.name}`] : undefined;
  const allowed = [...flag.values, ...(more ?? [])];
  const isKnown = allowed.includes(word) || (argument === undefined && allowed.includes(word.toLowerCase()));
  if (!isKnown) {
    // `-output=yaml` is `-o` with the value `utput=yaml`.
    const oneDash = name.text.length === 2 && `${flag.short}${text}`.startsWith(flag.name);
    const near = oneDash ? `--${flag.short}${text}` : nearest(word, allowed);
    const params = { flag: `--${flag.name}`, value: text, allowed, near };
    report('kubectl/bad-value', value, 'value-listed', params);
  } else if (templates.test(word) && !argument && !uses(invocation, 'template'))
    report('kubectl/bad-value', value, 'value-form', {
      flag: `--${flag.name}`,
      value: text,
      forms: [`${word}=…`],
    });
}

/** Values with a grammar of their own: command and flag, what is right since which minor, and how to say it. */
const grammars: readonly {
  on: RegExp;
  right: readonly { since: number; form: RegExp }[];
  forms: readonly string[];
}[] = [
  {
    on: /^wait --for$/,
    right: [
      { since: 0, form: /^(?:delete|condition=.+)$/is },
      { since: 23, form: /^jsonpath=.+$/is },
      { since: 31, form: /^create$/i },
    ],
    forms: ['condition=Ready', 'delete', 'jsonpath={…}=…'],
  },
  {
    on: /^create (?:configmap|secret generic) --from-literal$/,
    right: [{ since: 0, form: /^[^=]+=/s }],
    forms: ['key=value'],
  },
];

function checkForm({ invocation, report }: CheckContext, { flag, value }: UsedFlag, text: string): void {
  const place = `${invocation.node.path} --${flag.name}`;
  const grammar = grammars.find(({ on }) => on.test(place));
  if (!value || !grammar) return;
  const minor = Number(invocation.program.minor.slice(2));
  if (!grammar.right.some(({ since, form }) => minor >= since && form.test(text)))
    report('kubectl/bad-value', value, 'value-form', {
      flag: `--${flag.name}`,
      value: text,
      forms: grammar.forms,
    });
}

function splitOnce(text: string): [string, string?] {
  const index = text.indexOf('=');
  return index < 0 ? [text] : [text.slice(0, index), text.slice(index + 1)];
}
