// npm run reliability [-- tests/…]: runs the tests of docs/RELIABILITY.md on two fresh builds and writes it. With files of
// tests, only those are run again, on the builds that are there; the other results are those of the last run.
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { buildWorker } from '../src/offline/build/worker.node.ts';
import type { Offer } from '../src/offline/protocol.ts';
import { zipName } from '../src/site/offline.ts';
import { megabytes } from '../src/site/size.ts';
import { ensureBrowser } from './lib/browser.ts';
import { root, run } from './lib/run.ts';
import { rows } from './reliability/rows.ts';
import { type Report, reliabilityTable, scenarioFile } from './reliability/table.ts';

const store = `${root}.cache/reliability.json`;
const fresh = `${root}.cache/reliability-run.json`;

const named = process.argv.slice(2);
const files = named.length > 0 ? named : [...new Set([...rows.map(({ file }) => file), scenarioFile])];
let status = 0;
if (named.length === 0) {
  rmSync(store, { force: true });
  status ||= run('astro', ['build']);
  status ||= run('astro', ['build', '--outDir', '.cache/dist-docs'], {
    SITE_BASE: '/docs/',
    SITE_URL: 'https://notes.example.org',
  });
  if (status) process.exit(status);
}
const isSlow = (file: string) => file.includes('.slow.');
measure(
  'vitest.config.ts',
  files.filter(file => !isSlow(file)),
);
measure('vitest.slow.config.ts', files.filter(isSlow));

/** Runs test files and puts their results in the place of older ones. A failure does not keep the others from being measured. */
function measure(config: string, some: readonly string[]): void {
  if (some.length === 0) return;
  rmSync(fresh, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${fresh}`];
  const env = { CHROMIUM_PATH: ensureBrowser() };
  status = run('vitest', ['run', '--config', config, ...reporters, ...some], env) || status;
  const { testResults } = readReport(fresh);
  const measured = new Set(some.map(file => root + file));
  const others = readReport(store).testResults.filter(({ name }) => !measured.has(name));
  writeFileSync(store, JSON.stringify({ testResults: [...others, ...testResults] }));
}

function readReport(file: string): Report {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { testResults: [] };
}

const offer: Offer = JSON.parse(readFileSync(`${root}dist/offline.json`, 'utf8'));
const kilobytes = (bytes: Uint8Array | string) => `${(gzipSync(bytes).length / 1000).toFixed(1)} KB`;
const code = await buildWorker({ build: '', entries: [], packs: [] });
const figures = [
  `Measured on release \`${offer.build}\`.`,
  `Offline copy: ${offer.files} files, ${offer.wire.toLocaleString('en')} bytes on the wire on every host that has gzip for scripts, ${megabytes(offer.bytes)} on the device.`,
  `Its worker: ${kilobytes(code)} with gzip, ${kilobytes(readFileSync(`${root}dist/sw.js`))} with its list of files; loaded by readers who save and by nobody else.`,
  `Zip for a computer without network: ${megabytes(statSync(`${root}dist/download/${zipName}`).size)}.`,
];
writeFileSync(`${root}docs/RELIABILITY.md`, reliabilityTable(readReport(store), figures));
process.exit(status);
