// npm run reliability [-- --no-run]: runs the tests of docs/RELIABILITY.md on two fresh builds and writes it.
// --no-run writes it from the reports of the last run.
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { buildWorker } from '../src/offline/build/worker.node.ts';
import type { Offer } from '../src/offline/protocol.ts';
import { zipName } from '../src/site/offline.ts';
import { megabytes } from '../src/site/size.ts';
import { ensureBrowser } from './lib/browser.ts';
import { root, run } from './lib/run.ts';
import { rows } from './reliability/rows.ts';
import { reliabilityTable } from './reliability/table.ts';

const runs = [
  { report: '.cache/reliability.json', config: 'vitest.config.ts', slow: false },
  { report: '.cache/reliability-slow.json', config: 'vitest.slow.config.ts', slow: true },
];

let status = 0;
if (!process.argv.includes('--no-run')) {
  status ||= run('astro', ['build']);
  status ||= run('astro', ['build', '--outDir', '.cache/dist-docs'], {
    SITE_BASE: '/docs/',
    SITE_URL: 'https://notes.example.org',
  });
  if (status) process.exit(status);
  for (const { report, config, slow } of runs) {
    const named = rows.map(({ file }) => file).concat('tests/offline/offline.test.ts');
    const files = slow ? [] : [...new Set(named)].filter(file => !file.includes('.slow.'));
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
    rmSync(root + report, { force: true });
    // A failure does not keep the others from being measured: the table says what failed.
    status =
      run('vitest', ['run', '--config', config, ...reporters, ...files], {
        CHROMIUM_PATH: ensureBrowser(),
      }) || status;
  }
}

const offer: Offer = JSON.parse(readFileSync(`${root}dist/offline.json`, 'utf8'));
const kilobytes = (bytes: Uint8Array | string) => `${(gzipSync(bytes).length / 1000).toFixed(1)} KB`;
const code = await buildWorker({ build: '', entries: [], packs: [] });
const figures = [
  `Offline copy: ${offer.files} files, ${offer.wire.toLocaleString('en')} bytes on the wire on every host that has gzip for scripts, ${megabytes(offer.bytes)} on the device.`,
  `Its worker: ${kilobytes(code)} with gzip, ${kilobytes(readFileSync(`${root}dist/sw.js`))} with its list of files; loaded by readers who save and by nobody else.`,
  `Zip for a computer without network: ${megabytes(statSync(`${root}dist/download/${zipName}`).size)}.`,
];
const reports = runs.flatMap(({ report }) =>
  existsSync(root + report) ? [JSON.parse(readFileSync(root + report, 'utf8'))] : [],
);
writeFileSync(`${root}docs/RELIABILITY.md`, reliabilityTable(reports, figures));
process.exit(status);
