import type { Problem } from '../site/error.ts';
import { code, type Prose } from './prose.node.ts';

/** A version of Kubernetes or of a tool: `v1.24`, `Kubernetes 1.9`, `1.36`. */
const version =
  /(?<![\w.])v\d+\.\d+|(?:Kubernetes|kubectl)\s*\d+\.\d+|(?<![\d.])1\.[1-3]\d(?=では|から|まで|以降|より前)/u;

/** A statement that depends on a version needs a source in the same paragraph, list item or table row. */
export function checkVersions({ where, text, sourced }: Prose): Problem[] {
  if (sourced !== false) return [];
  const found = version.exec(text);
  if (!found) return [];
  return [
    {
      where,
      what: `版「${found[0]}」が書かれていますが、出典がありません:「${text.slice(Math.max(0, found.index - 12), found.index + 16).replaceAll(code, '`…`')}」`,
      why: '版によって変わることは、読者が確かめられる出典と一緒に書きます。',
      fix: '文の後ろに <Ref id="…" /> を置いてください（id は src/data/sources.yaml）。',
    },
  ];
}
