import type { Problem } from '../site/error.ts';
import { code, type Prose } from './prose.node.ts';

/** What makes a number with a point a measure, not a version: a calculation or a ratio before it, or a unit after it. */
const measure = '(?<![\\w.＝×÷-]|比が|BY )';
const unit = '(?![\\d.]|\\s?(?:を切り|CPU|コア|秒|倍|%|[KMG]i?B?(?![a-z])))';

/** `v1.24`, `1.36`, `Traefik 3.6.12`, `Docker 20.10`; not `0.75`, an address, or `4.5` of a calculation. */
const version = new RegExp(
  `${measure}(?:v\\d+\\.\\d+(?:\\.\\d+)?|\\d+\\.\\d+\\.\\d+|[1-9]\\d*\\.\\d+)${unit}`,
  'u',
);

/**
 * A statement that depends on a version needs a source in the same paragraph, list item or table row: a `<Ref>`, an erratum,
 * or a link to one. Titles, labels, comments and glossary entries have no place for a source, so they name no version.
 */
export function checkVersions({ where, text, sourced }: Prose): Problem[] {
  const found = sourced === true ? undefined : version.exec(text);
  if (!found) return [];
  const around = text.slice(Math.max(0, found.index - 12), found.index + 16).replaceAll(code, '`…`');
  return [
    {
      where,
      what: `版「${found[0]}」が書かれていますが、出典がありません:「${around}」`,
      why: '版によって変わることは、読者が確かめられる出典と一緒に書きます。',
      fix:
        sourced === false
          ? '文の後ろに <Ref id="…" /> を置いてください（id は src/data/sources.yaml）。'
          : 'ここには出典を置けません。版は本文に、<Ref id="…" /> と一緒に書いてください。',
    },
  ];
}
