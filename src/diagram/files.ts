import { nearest } from '../site/near.ts';
import type { Manifests } from './fence.ts';
import type { Finding } from './finding.ts';

/** A manifest that a fence names. */
export interface NamedFile {
  path: string;
  text: string;
}

/** The manifests of a list like `services/web.yaml,services/api.yaml`, and a finding for each that does not exist. */
export function readPaths(
  paths: string,
  manifests: Manifests,
): { files: readonly NamedFile[]; findings: readonly Finding[] } {
  const files: NamedFile[] = [];
  const findings: Finding[] = [];
  for (const path of paths.split(',').filter(Boolean)) {
    const text = manifests.get(path);
    if (text !== undefined) files.push({ path, text });
    else findings.push(missing(path, [...manifests.keys()]));
  }
  return { files, findings };
}

function missing(path: string, known: readonly string[]): Finding {
  const [near] = nearest(path, known);
  return {
    line: 0,
    what: `マニフェスト「${path}」がありません。`,
    why: '図は manifests/ のファイルから作ります。',
    fix: near ? `近い名前: ${near}` : 'manifests/ からのパスを、拡張子 .yaml まで書いてください。',
  };
}
