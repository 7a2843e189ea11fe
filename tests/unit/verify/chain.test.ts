import { appendFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkLedger } from '../../../src/ledger/check.ts';
import { readLedger } from '../../../src/ledger/read.node.ts';
import { loadRegistry } from '../../../src/registry/load.node.ts';
import { type Call, fakeServer, kubeconfigFor, type Reply, runScript, tinyProject } from './fake-server.ts';

const noMatch =
  'resource mapping not found for name: "old": no matches for kind "Ingress" in version "extensions/v1beta1"';

/** A server that behaves: it knows apps/v1 only, and warns about it. */
function answer({ args, files }: Call): Reply {
  const line = args.join(' ');
  if (line.includes('version -o json'))
    return { status: 0, stdout: '{"serverVersion": {"gitVersion": "v1.36.3"}}' };
  if (line.includes('can-i')) return { status: 0, stdout: 'yes\n' };
  if (Object.values(files).some(text => text.includes('extensions/v1beta1')))
    return { status: 1, stderr: `error: ${noMatch}\n` };
  if (line.includes('--dry-run=server')) return { status: 0, stderr: 'Warning: mind the gap\n' };
  return { status: 0 };
}

let project: string;
const servers: { close: () => void }[] = [];
beforeEach(() => {
  project = tinyProject();
});
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
  rmSync(project, { recursive: true });
});

async function verify(reply: (call: Call) => Reply | undefined, ...more: string[]) {
  const server = await fakeServer(reply);
  servers.push(server);
  const config = kubeconfigFor(project, server.url);
  const args = ['--root', project, '--kubeconfig', config, '--yes', ...more];
  return { ...(await runScript('scripts/verify/verify.ts', args, project)), calls: server.calls };
}

const ledger = () => readFileSync(join(project, 'src/data/ledger/web.json'), 'utf8');

describe('the whole chain on a tiny project', () => {
  test('sends every file, applies the steps in a namespace of their own, waits, and clears up', async () => {
    const { output, calls } = await verify(answer);
    expect(output).toContain('1.36.3 cluster web: 1 accepted, 1 refused, 0 failed');
    const records = readLedger(project);
    expect(records.get('web/app.yaml')?.servers['1.36.3']).toMatchObject({
      verdict: 'accept',
      warnings: ['mind the gap'],
      condition: 'rollout status deployment/app --timeout=10s',
      lab: 'cluster',
      command: 'kubectl apply --server-side --dry-run=server --validate=strict -f web/app.yaml',
    });
    expect(records.get('web/old.yaml')?.servers['1.36.3']).toMatchObject({
      verdict: 'reject',
      words: `error: ${noMatch}`,
      condition: null,
    });
    const order = [
      'create namespace verify-web',
      'apply --validate=strict -f web/app.yaml',
      'rollout status deployment/app --timeout=10s',
      'delete namespace verify-web-dry verify-web',
    ];
    const places = order.map(start => calls.findLastIndex(call => call.startsWith(start)));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places).not.toContain(-1);
  }, 60_000);

  test('one changed byte is found, with the command that mends it', async () => {
    await verify(answer);
    const check = () => {
      const { files } = loadRegistry(project);
      return checkLedger(files, readLedger(project)).filter(({ what }) => what.includes('バイト'));
    };
    expect(check()).toEqual([]);
    appendFileSync(join(project, 'manifests/web/app.yaml'), '\n');
    expect(check()).toMatchObject([
      { where: 'manifests/web/app.yaml', fix: 'npm run verify -- web/app.yaml' },
    ]);
  }, 60_000);
});

describe('what bad input gets: one sentence, a bad exit status, and the former records', () => {
  const former = '{\n "manifests": {}\n}\n';
  beforeEach(() => writeFileSync(join(project, 'src/data/ledger/web.json'), former));
  afterEach(() => expect(readdirSync(join(project, 'tmp'))).toEqual([]));

  test('a server that dies during the run', async () => {
    const { status, output } = await verify(call =>
      call.args.includes('--dry-run=server') ? undefined : answer(call),
    );
    expect(status).toBe(2);
    expect(output.trim()).toMatch(
      /^verify: the API server 1\.36\.3 stopped answering during "kubectl apply" \(.*refused.*\)\. Records of finished sets are kept\. When it answers again: kubectl delete namespace verify-web-dry verify-web$/,
    );
    expect(ledger()).toBe(former);
  }, 60_000);

  test('a cluster without permission', async () => {
    const { status, output } = await verify(call =>
      call.args.includes('can-i') ? { status: 1, stdout: 'no\n' } : answer(call),
    );
    expect(status).toBe(2);
    expect(output).toMatch(/^verify: this user may not do everything on http/);
    expect(ledger()).toBe(former);
  }, 60_000);

  test('nobody who could answer the question', async () => {
    const server = await fakeServer(answer);
    servers.push(server);
    const args = ['--root', project, '--kubeconfig', kubeconfigFor(project, server.url)];
    const { status, output } = await runScript('scripts/verify/verify.ts', args, project);
    expect(status).toBe(2);
    expect(output).toMatch(/^verify: Write to http.*say so with --yes\.$/m);
    expect(server.calls.filter(call => /create|apply|delete/.test(call))).toEqual([]);
  }, 60_000);

  test('an API that the server does not serve', async () => {
    rmSync(join(project, 'manifests/web/set.json'));
    const { status, output } = await verify(answer);
    expect(status).toBe(1);
    expect(output).toContain('manifests/web/old.yaml: 対象の版');
    expect(output).toContain('no matches for kind "Ingress"');
  }, 60_000);

  test('a cluster without the kinds of Gateway API', async () => {
    const route = 'apiVersion: gateway.networking.k8s.io/v1\nkind: Gateway\nmetadata:\n  name: door\n';
    writeFileSync(join(project, 'manifests/web/door.yaml'), route);
    const { status, output, calls } = await verify(call =>
      call.args.some(arg => arg.startsWith('--raw=/apis/gateway')) ? { status: 1 } : answer(call),
    );
    expect(status).toBe(1);
    expect(output).toMatch(
      /^failed: web was not sent, and its records are as before: http\S+ does not serve gateway\.networking\.k8s\.io\/v1: install the CRDs of Gateway API v1\./m,
    );
    expect(calls.filter(call => /^(create|apply|delete)/.test(call))).toEqual([]);
    expect(ledger()).toBe(former);
  }, 60_000);

  test('a condition that is not reached', async () => {
    const { status, output } = await verify(call =>
      call.args.includes('rollout') ? { status: 1, stderr: 'error: timed out' } : answer(call),
    );
    expect(status).toBe(1);
    expect(output).toContain('failed: web/app.yaml: not reached on 1.36.3: kubectl rollout status');
  }, 60_000);

  test.each([
    {
      name: 'a broken kubeconfig',
      content: '{',
      words: /^verify: the kubeconfig .* cannot be used: .*error loading config file/,
    },
    {
      name: 'a kubeconfig that leads nowhere',
      content: JSON.stringify({
        clusters: [{ cluster: { server: 'http://127.0.0.1:9' } }],
        contexts: [{ context: { cluster: 'gone' } }],
      }),
      words: /^verify: the API server http:\/\/127\.0\.0\.1:9 does not answer: .*refused/,
    },
    {
      name: 'a kubeconfig that does not exist',
      words: /^verify: the kubeconfig \S+\/kubeconfig does not exist\.$/m,
    },
  ])(
    '$name',
    async ({ content, words }) => {
      if (content) writeFileSync(join(project, 'kubeconfig'), content);
      const args = ['--root', project, '--kubeconfig', join(project, 'kubeconfig'), '--yes'];
      const { status, output } = await runScript('scripts/verify/verify.ts', args, project);
      expect(status).toBe(2);
      expect(output).toMatch(words);
      expect(output.trim().split('\n')).toHaveLength(1);
      expect(ledger()).toBe(former);
    },
    60_000,
  );

  test.each([
    { name: 'no Go', args: ['--k8s', '1.36.3'], words: /^verify: Go is not on the PATH/ },
    {
      name: 'a minor instead of a release',
      args: ['--k8s', '1.36'],
      words: /^verify: --k8s 1\.36: patch releases/,
    },
    {
      name: 'a file that does not exist',
      args: ['web/ap.yaml'],
      words: /^verify: there is no manifest or set web\/ap\.yaml; web\/app\.yaml is near/,
    },
  ])(
    '$name',
    async ({ args, words }) => {
      const { status, output } = await runScript(
        'scripts/verify/verify.ts',
        ['--root', project, ...args],
        project,
      );
      expect(status).toBe(2);
      expect(output).toMatch(words);
      expect(ledger()).toBe(former);
    },
    60_000,
  );
});
