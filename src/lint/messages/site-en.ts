import type { SiteParams, Words } from './params.ts';
import { shorten } from './shorten.ts';

/** What is said of the site's own sources. No page needs it. */
export const siteEn: Words<SiteParams> = {
  'expect-missing': ({ rule, path }) => [
    `the expected finding ${rule}${path ? ` (${path})` : ''} did not appear`,
    'remove the expectation if the example was mended, or check its id and path',
  ],
  encoding: () => ['bytes that are not UTF-8', 'save the file as UTF-8: kubectl and this site read UTF-8'],
  outside: ({ name }) => [
    `${shorten(name)} leads out of manifests/`,
    'only files inside manifests/ are checked and published: put the file itself there',
  ],
  'set-json': ({ reason }) => [`cannot read set.json: ${reason}`, 'src/schemas/set.ts says what it may hold'],
  mdx: ({ reason }) => `not valid MDX: ${reason}`,
  'fence-minor': ({ minor, known }) => [
    `cannot read k8s=${shorten(minor)}`,
    `known: ${known} (as 1.30, 1.22-1.36 or 1.20,1.36)`,
  ],
  'fence-option': ({ option, near }) => [
    `cannot read the fence option "${shorten(option)}"`,
    near ? `did you mean ${near}?` : 'k8s=, set=, expect=, fragment=, off= and lint=off are known',
  ],
  'fence-reason': () => [
    'off= and lint=off need a reason behind them',
    'for example ```yaml lint=off an excerpt',
  ],
};
