import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { style } from '../schemas/style.ts';
import type { Problem } from '../site/error.ts';
import { checkCopies } from './copies.node.ts';
import { readFile, type SiteData } from './data.node.ts';
import type { MdxFile } from './mdx.node.ts';
import { proseOf, proseOfErratum, proseOfManifest, proseOfSessions, proseOfTerm } from './prose.node.ts';
import { checkStyle } from './style.node.ts';
import { checkVersions } from './versions.node.ts';

const styleFile = 'src/data/style.yaml';
const notesFile = 'src/data/note-runs.txt';

/** Everything with words in it. */
interface Written {
  texts: readonly MdxFile[];
  data: SiteData;
  manifests: readonly { path: string; text: string }[];
}

/** Checks the words: one style, a source beside every version, nothing copied from the notes. */
export function checkLanguage(root: string, { texts, data, manifests }: Written): Problem[] {
  const problems: Problem[] = [];
  const rules = existsSync(join(root, styleFile)) ? readFile(root, styleFile, style, problems) : undefined;
  const notes = existsSync(join(root, notesFile)) ? readFileSync(join(root, notesFile), 'utf8') : '';
  const noteRuns = new Set(notes.split(/\s+/));
  const prose = [
    ...texts.flatMap(proseOf),
    ...[...data.errata].flatMap(([id, erratum]) => proseOfErratum(id, erratum)),
    ...[...data.sessions].flatMap(([slug, sessions]) => proseOfSessions(slug, sessions)),
    ...[...data.terms].map(([id, term]) => proseOfTerm(id, term)),
    ...manifests.flatMap(({ path, text }) => proseOfManifest(path, text)),
  ];
  for (const item of prose)
    problems.push(
      ...(rules ? checkStyle(item, rules) : []),
      ...checkVersions(item),
      ...checkCopies(item, noteRuns),
    );
  return problems;
}
