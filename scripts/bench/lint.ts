import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { lintText, minors } from '../../src/lint/index.ts';
import { root } from '../lib/run.ts';
import { type CorpusFile, makeCorpus } from './corpus.ts';

/**
 * How fast the lint engine is: `npm run bench -- lint [--files 2000] [--seed 1]`. Cold is the command line as a new
 * process, start and JSON included; warm is the engine over texts in memory, the best of three passes after one. On a busy machine, compare
 * the CPU time.
 * kubeconform, when it is on the PATH, checks the same folder; `KUBECONFORM_SCHEMAS` is its `-schema-location`.
 */
export async function run(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: { files: { type: 'string', default: '2000' }, seed: { type: 'string', default: '1' } },
  });
  const corpus = makeCorpus(Number(values.files), Number(values.seed));
  const bytes = corpus.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    mkdirSync(join(folder, 'manifests'));
    for (const { name, text } of corpus) writeFileSync(join(folder, 'manifests', name), text);
    print(
      `${corpus.length} files, ${megabytes(bytes)} MB, seed ${values.seed}; Node ${process.version}, ${cpus().length} CPUs`,
    );
    measureCommand(folder, corpus.length);
    measureEngine(corpus);
    measureKubeconform(folder, corpus.length);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The whole command, as a stranger runs it. */
function measureCommand(folder: string, files: number): void {
  const script = pathToFileURL(join(root, 'scripts/lint.ts')).href;
  // The peak is only known to the process itself.
  const code = `process.argv.push('manifests', '--format', 'json');
process.on('exit', () => process.stderr.write('used ' + process.resourceUsage().maxRSS + ' ' + (process.cpuUsage().user + process.cpuUsage().system)));
await import(${JSON.stringify(script)});`;
  const start = performance.now();
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['--input-type=module', '--eval', code, 'lint'],
    {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 1024 * 1024 * 1024,
    },
  );
  const seconds = (performance.now() - start) / 1000;
  const [, peak = Number.NaN, cpu = 0] = /used (\d+) (\d+)/.exec(stderr)?.map(Number) ?? [];
  if ((status !== 0 && status !== 1) || Number.isNaN(peak)) throw new Error(stderr);
  const report: { files: number; findings: { level: string }[] } = JSON.parse(stdout);
  if (report.files !== files) throw new Error(`${report.files} of ${files} files were checked.`);
  const errors = report.findings.filter(({ level }) => level === 'error').length;
  print(
    `cold   ${rate(files, seconds)} files/s   ${seconds.toFixed(2)} s   CPU ${perFile(cpu, files)} ms a file   peak ${(peak / 1024).toFixed(0)} MB   ${errors} errors, and in which of ${minors().length} minors each file is valid`,
  );
}

/** The engine alone, once it is warm. */
function measureEngine(corpus: readonly CorpusFile[]): void {
  const passes = Array.from({ length: 4 }, () => {
    const start = performance.now();
    const before = process.cpuUsage();
    const each = corpus.map(({ name, text }) => {
      const begin = performance.now();
      lintText(text, { file: name });
      return performance.now() - begin;
    });
    const { user, system } = process.cpuUsage(before);
    return { seconds: (performance.now() - start) / 1000, cpu: user + system, each };
  });
  const [best] = passes.slice(1).sort((a, b) => a.cpu - b.cpu);
  if (!best) return;
  const times = best.each.sort((a, b) => a - b);
  const percentile = (share: number) => (times[Math.floor(share * (times.length - 1))] ?? 0).toFixed(2);
  print(
    `warm   ${rate(corpus.length, best.seconds)} files/s   ${best.seconds.toFixed(2)} s   CPU ${perFile(best.cpu, corpus.length)} ms a file   median ${percentile(0.5)} ms, p99 ${percentile(0.99)} ms, longest ${percentile(1)} ms`,
  );
}

function measureKubeconform(folder: string, files: number): void {
  const location = process.env['KUBECONFORM_SCHEMAS'];
  const version = spawnSync('kubeconform', ['-v'], { encoding: 'utf8' });
  if (version.error) {
    print('kubeconform is not on the PATH');
    return;
  }
  const where = location ? ['-schema-location', location] : [];
  const minor = `${minors().at(-1)}.0`;
  const options = [
    '-strict',
    '-summary',
    '-output',
    'json',
    '-kubernetes-version',
    minor,
    ...where,
    'manifests',
  ];
  const start = performance.now();
  const { stdout, status } = spawnSync('kubeconform', options, {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 1024 * 1024 * 1024,
  });
  const seconds = (performance.now() - start) / 1000;
  const { summary } = JSON.parse(stdout) as { summary: Record<string, number> };
  print(
    `kubeconform ${version.stdout.trim()}   ${rate(files, seconds)} files/s   ${seconds.toFixed(2)} s   exit ${status}   ${JSON.stringify(summary)}`,
  );
}

const perFile = (microseconds: number, files: number) => (microseconds / 1000 / files).toFixed(2);
const rate = (files: number, seconds: number) => (files / seconds).toFixed(0).padStart(5);
const megabytes = (bytes: number) => (bytes / 1024 / 1024).toFixed(1);

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
