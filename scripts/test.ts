// npm test: everything CI runs. Code style, types, one build of the site (and one under a base path), then all tests.
import { readFileSync, rmSync } from 'node:fs';
import { ensureBrowser } from './lib/browser.ts';
import { root, run } from './lib/run.ts';

const report = `${root}.cache/tests.json`;
const browser = ensureBrowser();
rmSync(report, { force: true });

const steps: [name: string, program: string, args: string[], env?: Record<string, string>][] = [
  ['Code style', 'biome', ['check', '--error-on-warnings']],
  ['Build', 'astro', ['build']],
  [
    'Build under /docs/ of a known host',
    'astro',
    ['build', '--outDir', '.cache/dist-docs'],
    { SITE_BASE: '/docs/', SITE_URL: 'https://notes.example.org' },
  ],
  ['Types', 'astro', ['check', '--minimumFailingSeverity', 'warning']],
  [
    'Tests',
    'vitest',
    ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    { CHROMIUM_PATH: browser },
  ],
];

let passed = 0;
let failed = 0;
for (const [name, program, args, env] of steps) {
  console.log(`\n== ${name}`);
  const ok = run(program, args, env) === 0;
  if (name === 'Tests') {
    const counts = readCounts();
    passed += counts.passed;
    failed += counts.failed || (ok ? 0 : 1);
  } else if (ok) passed++;
  else {
    failed++;
    if (name === 'Build') break;
  }
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);

function readCounts(): { passed: number; failed: number } {
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8'));
    return { passed: numPassedTests, failed: numFailedTests };
  } catch {
    return { passed: 0, failed: 1 };
  }
}
