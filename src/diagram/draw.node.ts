import { MAX_WIDTH } from './config.ts';
import type { Finding } from './finding.ts';
import { lint } from './lint.ts';
import type { Picture, Refusal } from './messages.ts';
import { render } from './render.node.ts';
import { readSource, type Source } from './source.ts';

/** A picture with its texts. */
export interface Drawing extends Picture {
  /** Text of accTitle. */
  title: string;
  /** Text of accDescr, in one line. */
  description: string;
}

/** A drawing, or the reasons why there is none; `line` counts in the source of the fence. */
export type DrawResult =
  | { drawing: Drawing; findings?: never }
  | { findings: readonly Finding[]; drawing?: never };

/**
 * Checks and draws one diagram. `id` prefixes every id inside the SVG, so it must differ between the diagrams of a page.
 */
export async function drawDiagram(id: string, raw: string): Promise<DrawResult> {
  const source = readSource(raw);
  const findings = lint(source);
  if (findings.length > 0) return { findings };
  const { picture, refusal } = await render({
    id,
    source: source.text,
    title: source.title,
    description: source.description,
  });
  if (refusal) return { findings: [explain(refusal, source)] };
  if (picture.width > MAX_WIDTH) return { findings: [tooWide(picture, source)] };
  return { drawing: { ...picture, title: source.title, description: source.description } };
}

/** mermaid's names for what its parser meets most often; the others are shown as they are. */
const TOKENS: Record<string, string> = {
  LINK: '線の記号',
  START_LINK: '線の記号',
  NEWLINE: '行の終わり',
  EOF: '図の終わり',
  STR: '引用符で囲んだ文字',
  NODE_STRING: '名前',
  UNICODE_TEXT: '文字',
  PS: '(',
  PE: ')',
  SQS: '[',
  SQE: ']',
  DIAMOND_START: '{',
  DIAMOND_STOP: '}',
  PIPE: '|',
  AMP: '&',
};

function explain({ message, line = 1, token }: Refusal, source: Source): Finding {
  const text = source.text.split('\n')[line - 1]?.trim();
  return {
    line: source.lines[line - 1] ?? 1,
    what: text ? `「${text}」を Mermaid の文として読めません。` : 'Mermaid の文として読めません。',
    why: token
      ? `「${TOKENS[token] ?? token}」が来る場所ではありません。`
      : `Mermaid: ${message.split('\n')[0]}`,
    fix: '矢印と括弧の対応を確かめ、ラベルは二重引用符で囲んでください。`end` は id に使えません。',
  };
}

function tooWide({ width }: Picture, source: Source): Finding {
  return {
    line: source.lines[0] ?? 1,
    what: `図の幅が ${width} px あります。`,
    why: `${MAX_WIDTH} px を超える図は、スマートフォンで読めません（480 px 以下なら横に動かさず読めます）。`,
    fix: '`flowchart TB` にする、1段の箱を3個までにする、ラベルを `<br/>` で折る、のどれかで狭くしてください（topology なら、ファイルを減らします）。',
  };
}
