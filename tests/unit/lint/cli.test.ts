import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { minors } from '../../../src/lint/index.ts';

// Every test starts a process of its own, and machines are busy.
vi.setConfig({ testTimeout: 60_000 });

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
  mkdirSync(join(folder, 'set/chart/templates'), { recursive: true });
  const service =
    'apiVersion: v1\nkind: Service\nmetadata: {name: a}\nspec: {selector: {app: a}, ports: [{port: 80}]}\n';
  const pod =
    'apiVersion: v1\nkind: Pod\nmetadata: {name: a, labels: {app: a}}\nspec: {containers: [{name: a, image: "a:1", ports: [{containerPort: 80}], readinessProbe: {tcpSocket: {port: 80}}, resources: {limits: {memory: 1Mi}}}]}\n';
  writeFileSync(join(folder, 'set/service.yaml'), service);
  writeFileSync(join(folder, 'set/pod.yaml'), pod);
  writeFileSync(join(folder, 'set/old.yaml'), 'apiVersion: extensions/v1beta1\nkind: Ingress\n');
  writeFileSync(
    join(folder, 'set/set.json'),
    JSON.stringify({
      files: { 'old.yaml': { expect: [{ rule: 'api/removed' }] } },
      steps: [{ apply: ['pod.yaml'] }, { apply: ['set/service.yaml'] }],
    }),
  );
  writeFileSync(join(folder, 'set/chart/templates/a.yaml'), 'kind: {{ .Values.kind }}\n');
  mkdirSync(join(folder, 'pair'));
  writeFileSync(join(folder, 'pair/service.yaml'), service);
  writeFileSync(join(folder, 'pair/pod.yaml'), pod.replace('labels: {app: a}', 'labels: {app: b}'));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(...args: string[]) {
  return runWith('apiVersion: v1\nkind: Nothing\n', ...args);
}

function runWith(input: string | Uint8Array, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, '--locale', 'en', ...args], {
    cwd: folder,
    encoding: 'utf8',
    input,
    maxBuffer: 64 * 1024 * 1024,
    timeout: 60_000,
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
    { name: 'several minors', args: ['good.yaml', '--k8s', '1.30-1.32,1.36'], status: 0 },
    { name: 'a minor with a v', args: ['good.yaml', '--k8s', 'v1.36'], status: 0 },
    { name: 'something that is no file', args: ['/dev/zero'], status: 2 },
    { name: 'a name that cannot be read', args: [`${'a'.repeat(300)}.yaml`], status: 2 },
    { name: 'a range that is upside down', args: ['good.yaml', '--k8s', '1.36-1.30'], status: 2 },
    { name: 'the usage', args: ['--help'], status: 0 },
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
      expect(result.stderr).toMatch(/^lint: .+\n$/);
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

test('a file is said to be valid in some minors, and findings say which minor they are of', () => {
  const hpa =
    'apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata: {name: a}\nspec: {maxReplicas: 2, scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: a}}\n';
  const { status, stdout } = runWith(hpa, '-', '--k8s', 'all');
  expect(status).toBe(1);
  expect(stdout).toMatch(/^-:1:13: error api\/too-new .*\(Kubernetes 1\.13, .*1\.22\) \(apiVersion\)/);
  expect(stdout).toContain('\n-: valid in 1.23-1.36\n1 files (Kubernetes 1.13-1.36): ');
});

test('a folder with a set.json is checked as that says', () => {
  const { stdout, status } = run('set');
  expect(stdout.split('\n').filter(line => /: (error|warning) /.test(line))).toEqual([
    expect.stringMatching(/^set\/chart\/templates\/a\.yaml:1:7: error yaml\/template /),
  ]);
  expect(status).toBe(1);
});

test('files can be made one set', () => {
  expect(run('pair').stdout).not.toContain('ref/service-selector');
  expect(run('pair', '--set').stdout).toContain('pair/service.yaml:4:18: warning ref/service-selector ');
});

test('thousands of files are checked in one call', () => {
  const many = join(folder, 'many');
  mkdirSync(many);
  for (let index = 0; index < 3000; index++)
    writeFileSync(
      join(many, `${index}.yaml`),
      `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a${index}}\n`,
    );
  const { files, findings } = JSON.parse(run('many', '--format', 'json').stdout);
  rmSync(many, { recursive: true });
  expect([files, findings]).toEqual([3000, []]);
});

test('npm runs it with paths from where the caller stands', () => {
  const { stdout, status } = spawnSync(process.execPath, [script, 'good.yaml', '--format', 'json'], {
    cwd: tmpdir(),
    encoding: 'utf8',
    env: { ...process.env, npm_lifecycle_event: 'lint', INIT_CWD: folder },
  });
  expect([status, JSON.parse(stdout).valid['good.yaml'].at(-1)]).toEqual([0, minors().at(-1)]);
});

describe('hostile input ends soon with a finding', () => {
  test.each([
    { name: 'ten megabytes', text: 'a: b\n'.repeat(2_000_000), rule: 'yaml/limit' },
    { name: 'a bomb of aliases', text: bomb(), rule: 'yaml/alias' },
    { name: '1,500 levels', text: '- '.repeat(1500), rule: 'yaml/limit' },
    { name: '260,000 closing brackets', text: ']'.repeat(260_000), rule: 'yaml/syntax' },
    { name: 'NUL', text: 'a: \u0000', rule: 'yaml/control-character' },
    {
      name: 'a prototype',
      text: '__proto__: {polluted: true}\nconstructor: 1\n',
      rule: 'api/not-kubernetes',
    },
    { name: 'a long list', text: `[${'a,'.repeat(500_000)}]`, rule: 'yaml/limit' },
    { name: 'half a character', text: new Uint8Array([0x61, 0xe3, 0x81]), rule: 'file/encoding' },
  ])('$name', ({ text, rule }) => {
    const { status, stdout, stderr } = runWith(text, '-', '--format', 'json');
    expect(stderr).toBe('');
    expect([0, 1]).toContain(status);
    expect(JSON.parse(stdout).findings.map((finding: { rule: string }) => finding.rule)).toContain(rule);
  });
});

/** Nine levels of nine: 387,420,489 nodes. */
function bomb(): string {
  const levels = [...'bcdefghij'].map((name, index) => {
    const before = 'abcdefghi'[index];
    return `${name}: &${name} [${Array.from({ length: 9 }, () => `*${before}`).join(', ')}]`;
  });
  return `a: &a [x]\n${levels.join('\n')}\n`;
}
