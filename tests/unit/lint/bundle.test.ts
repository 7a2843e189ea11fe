import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { bundleEngine } from '../../../src/lint/bundle.node.ts';
import { lintText } from '../../../src/lint/index.ts';

const maxGzip = 100 * 1024;

test('the engine with all its data runs in a page: no Node, no eval, at most 100 KB gzip', async () => {
  const { code, files } = await bundleEngine();
  const size = gzipSync(code, { level: 9 }).length;
  console.info(`lint engine: ${code.length} characters, ${size} bytes gzip`);
  expect(size).toBeLessThanOrEqual(maxGzip);
  expect(files.filter(path => /\.node\.ts$|^node:|astro/.test(path))).toEqual([]);
  expect(code).not.toMatch(/\beval\(|new Function\b|\brequire\(|from ?"node:|[^.\w ](document|window)\./);
}, 60_000);

test('the bundle says what the engine says', async () => {
  const { code } = await bundleEngine();
  const engine = await import(
    /* @vite-ignore */ `data:text/javascript;base64,${Buffer.from(code).toString('base64')}`
  );
  const text = `apiVersion: v1
kind: Pod
metadata: {name: &a "x"}
spec:
  containers:
    - {name: *a, image: "a\\u0062", imgae: c}
    - name: yes
      command: [sh, -c, |
        "x"]
      args: &b [1]
      env: *b
---
a: b: c
`;
  const bundled = engine.lintText(text, { file: 'f', words: engine.ja });
  expect(bundled).toEqual(lintText(text, { file: 'f' }));
  expect(bundled.findings.length).toBeGreaterThan(1);
}, 60_000);
