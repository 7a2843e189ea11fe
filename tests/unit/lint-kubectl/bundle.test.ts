import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { expect, test } from 'vitest';

/** Commands are the small part of the engine, whose whole budget is 100 KB. */
const maxGzip = 24 * 1024;

test('the command checker runs in a page: no Node, no eval, at most 24 KB gzip with its data', async () => {
  const result = await build({
    entryPoints: [join(import.meta.dirname, '../../../src/lint/kubectl/index.ts')],
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
  console.info(`command checker: ${text.length} bytes, ${gzipSync(text, { level: 9 }).length} gzip`);
  expect(gzipSync(text, { level: 9 }).length).toBeLessThanOrEqual(maxGzip);
  const inputs = Object.keys(result.metafile.inputs);
  expect(inputs.filter(path => /\.node\.ts$|^node:|docs|node_modules/.test(path))).toEqual([]);
  expect(text).not.toMatch(/\beval\(|new Function\b|\brequire\(|from ?"node:|[^.\w ](document|window)\./);
});
