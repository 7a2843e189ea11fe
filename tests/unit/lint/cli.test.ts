import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const script = join(import.meta.dirname, '../../../scripts/lint.ts');
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lint-'));
  writeFileSync(join(folder, 'good.yaml'), 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n');
  writeFileSync(
    join(folder, 'bad.yaml'),
    'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata: {a: yes}\n',
  );
  writeFileSync(
    join(folder, 'warn.yaml'),
    'apiVersion: v1\nkind: Namespace\nmetadata: {name: a, namespace: b}\n',
  );
  writeFileSync(join(folder, 'latin.yaml'), new Uint8Array([0xe9]));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, '--locale', 'en', ...args], {
    cwd: folder,
    encoding: 'utf8',
    input: 'apiVersion: v1\nkind: Nothing\n',
  });
  return { status, stdout, stderr };
}

describe('exit codes', () => {
  test.each([
    { name: 'no error', args: ['good.yaml'], status: 0 },
    { name: 'warnings only', args: ['warn.yaml'], status: 0 },
    { name: 'an error', args: ['bad.yaml'], status: 1 },
    { name: 'standard input', args: ['-'], status: 1 },
    { name: 'a folder', args: ['.'], status: 1 },
    { name: 'not UTF-8', args: ['latin.yaml'], status: 1 },
    { name: 'a missing path', args: ['nowhere.yaml'], status: 2 },
    { name: 'an unknown minor', args: ['good.yaml', '--k8s', '1.99'], status: 2 },
    { name: 'an unknown format', args: ['good.yaml', '--format', 'xml'], status: 2 },
    { name: 'an unknown option', args: ['--nope'], status: 2 },
    { name: 'an unknown rule', args: ['--explain', 'schema/tpye'], status: 2 },
    { name: 'a known rule', args: ['--explain', 'schema/type'], status: 0 },
    { name: 'the list of rules', args: ['--list-rules'], status: 0 },
  ])('$name: $status', ({ args, status }) => {
    const result = run(...args);
    expect(result.status).toBe(status);
    if (status === 2) {
      expect(result.stdout).toBe('');
      expect(result.stderr).toMatch(/^lint: /);
    } else expect(result.stderr).toBe('');
  });
});

test('JSON is all there is on standard output', () => {
  const { stdout } = run('bad.yaml', 'good.yaml', '--format', 'json', '--k8s', '1.30');
  const { findings, files, k8s } = JSON.parse(stdout);
  expect({ files, k8s, rules: findings.map((finding: { rule: string }) => finding.rule) }).toEqual({
    files: 2,
    k8s: '1.30',
    rules: ['schema/type'],
  });
});
