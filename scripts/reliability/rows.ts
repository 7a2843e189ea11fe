/** A promise of the table, and the tests that measure it. */
export interface Row {
  id: string;
  promise: string;
  /** File of the tests, from the project's root. */
  file: string;
  /** Which of its tests; left out, all. */
  name?: RegExp;
}

/** Promises of docs/RELIABILITY.md that are counted from test files; the offline scenarios name themselves. */
export const rows: readonly Row[] = [
  {
    id: 'B1',
    promise: 'two builds in different folders, time zones and locales are the same, with the zip',
    file: 'tests/build/reproducible.slow.ts',
    name: /^two builds/,
  },
  {
    id: 'B3',
    promise: 'the list of packages (SBOM) is reproducible',
    file: 'tests/build/reproducible.slow.ts',
    name: /^the list/,
  },
  { id: 'B4', promise: 'every page is within its budget', file: 'tests/build/weight.test.ts' },
  {
    id: 'B5',
    promise: 'the offline copy is 1.5 MB on the wire at most, and its packs hold the files of the build',
    file: 'tests/build/offline.test.ts',
  },
  {
    id: 'L1',
    promise: 'every internal link and fragment leads somewhere, at / and under /docs/',
    file: 'tests/build/links.test.ts',
  },
  { id: 'H1', promise: 'HTML is valid', file: 'tests/build/valid.test.ts' },
  {
    id: 'H2',
    promise: 'one policy, first; no inline script, style or handler; no other host',
    file: 'tests/build/html.test.ts',
  },
  {
    id: 'A1',
    promise: 'axe finds nothing, in both themes; no message in the console',
    file: 'tests/browser/pages.test.ts',
    name: /violation/,
  },
  {
    id: 'A2',
    promise: 'nothing scrolls sideways from 320 to 1600 px',
    file: 'tests/browser/pages.test.ts',
    name: /sideways/,
  },
  {
    id: 'A3',
    promise: 'reduced motion, forced colours, visible focus',
    file: 'tests/browser/pages.test.ts',
    name: /motion|forced/,
  },
  { id: 'A4', promise: 'on paper everything is shown', file: 'tests/browser/blocks.test.ts', name: /paper/ },
  {
    id: 'C2',
    promise: 'foreign code neither runs nor sends, from the page or a worker',
    file: 'tests/browser/security.test.ts',
  },
  {
    id: 'N1',
    promise: 'every page can be read without JavaScript',
    file: 'tests/browser/pages.test.ts',
    name: /without JavaScript/,
  },
  {
    id: 'N2',
    promise: 'blocked storage breaks nothing',
    file: 'tests/browser/memory.test.ts',
    name: /blocked storage/,
  },
  { id: 'S1', promise: 'feed, site map, robots, llms.txt', file: 'tests/build/formats.test.ts' },
  { id: 'F1', promise: 'the zip works by double-click in Chromium', file: 'tests/offline/bundle.test.ts' },
  {
    id: 'F2',
    promise: 'Firefox: policy, saving, update, kill switch, zip',
    file: 'tests/offline/firefox.slow.ts',
  },
  { id: 'M', promise: 'faulty workers are noticed', file: 'tests/offline/mutants.slow.ts' },
  {
    id: 'P1',
    promise: 'nginx serves every byte with its headers; a deploy is compared with its list',
    file: 'tests/offline/nginx.slow.ts',
  },
  {
    id: 'P2',
    promise: 'hashed files of the release before are kept',
    file: 'tests/unit/release/release.test.ts',
  },
  {
    id: 'Q1',
    promise: 'packages: registry only, hashed, install scripts named',
    file: 'tests/unit/supply/packages.test.ts',
  },
  {
    id: 'Q2',
    promise: 'the Pages workflow: pinned actions, least rights, the release before is kept',
    file: 'tests/unit/supply/workflow.test.ts',
  },
];
