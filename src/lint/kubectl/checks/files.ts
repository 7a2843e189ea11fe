import { nearest } from '../../near.ts';
import { hasHole, slice, type Word } from '../shell/word.ts';
import type { CheckContext } from './context.ts';

/** Flags that name files which must be there. */
const fileFlags: Record<string, readonly string[]> = {
  kubectl: ['filename', 'patch-file'],
  kind: ['config'],
};
const kustomization = /(?:^|\/)(?:kustomization\.ya?ml|Kustomization)$/;

/** `-f` and its like must name a file of manifests/, where commands run, or one that an earlier command wrote. */
export function checkFiles({ invocation, files, report }: CheckContext): void {
  if (!files) return;
  for (const { flag, value } of invocation.flags) {
    if (!value || flag.type === 'b') continue;
    if (flag.name === 'kustomize' && isLocal(value)) {
      const folder = normal(value.text);
      if (!files.some(path => kustomization.test(path) && folderOf(path) === folder))
        report('kubectl/file', value, 'folder-unknown', { path: value.text });
    } else if (fileFlags[invocation.program.name]?.includes(flag.name))
      for (const part of flag.type === 'l' ? splitAtCommas(value) : [value]) checkPath(part, files, report);
  }
}

function checkPath(word: Word, files: readonly string[], report: CheckContext['report']): void {
  const path = normal(word.text);
  if (!isLocal(word) || files.includes(path) || path === '.') return;
  const folder = `${path}/`;
  if (files.some(known => known.startsWith(folder))) return;
  const inside = path.replace(/^(?:\.\.\/)*(?:.*\/)?manifests\//, '');
  if (inside !== path && files.includes(inside))
    report('kubectl/file', word, 'file-prefix', { path: word.text, inside });
  else report('kubectl/file', word, 'file-unknown', { path: word.text, near: similar(path, files) });
}

/** Not standard input, not a URL, not something that only a shell can work out. */
function isLocal(word: Word): boolean {
  return (
    word.text !== '-' &&
    !/^[a-z][a-z+.-]*:\/\//i.test(word.text) &&
    !hasHole(word) &&
    !word.glob &&
    !word.text.startsWith('~')
  );
}

function normal(path: string): string {
  return path.replace(/^(?:\.\/+)+/, '').replace(/\/+$/, '') || '.';
}

const folderOf = (path: string): string => (path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '.');

/** The path most like this one; a file of the same name in another folder comes first. */
function similar(path: string, files: readonly string[]): string | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return files.find(known => known.endsWith(`/${name}`)) ?? nearest(path, files);
}

function splitAtCommas(word: Word): Word[] {
  const parts: Word[] = [];
  let from = 0;
  for (const part of word.text.split(',')) {
    parts.push(slice(word, from, from + part.length));
    from += part.length + 1;
  }
  return parts;
}
