import type { ChildProcess } from 'node:child_process';
import { chmodSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { root } from '../../../scripts/lib/run.ts';
import { type Call, fakeServer, kubeconfigFor, runScript, tinyProject } from './fake-server.ts';

let project: string;
beforeEach(() => {
  project = tinyProject();
});
afterEach(() => rmSync(project, { recursive: true }));

/** Presses Ctrl-C once a test passes; returns when that was. */
async function interruptWhen(child: () => ChildProcess | undefined, isTime: () => boolean): Promise<number> {
  while (!isTime()) await sleep(50);
  child()?.kill('SIGINT');
  return Date.now();
}

test('Ctrl-C during verify ends the command that runs, deletes what was made and keeps the records', async () => {
  const former = '{\n "manifests": {}\n}\n';
  const ledger = join(project, 'src/data/ledger/web.json');
  writeFileSync(ledger, former);
  const server = await fakeServer(({ args }: Call) => {
    const line = args.join(' ');
    if (line.includes('version -o json'))
      return { status: 0, stdout: '{"serverVersion": {"gitVersion": "v1.36.3"}}' };
    if (line.includes('can-i')) return { status: 0, stdout: 'yes\n' };
    return line.includes('rollout status') ? 'never' : { status: 0 };
  });
  let child: ChildProcess | undefined;
  const args = ['--root', project, '--kubeconfig', kubeconfigFor(project, server.url), '--yes'];
  const [pressed, { status, output }] = await Promise.all([
    interruptWhen(
      () => child,
      () => server.waiting.length > 0,
    ),
    runScript('scripts/verify/verify.ts', args, project, started => {
      child = started;
    }),
  ]);
  expect(Date.now() - pressed).toBeLessThan(15_000);
  expect(server.waiting.every(({ destroyed }) => destroyed)).toBe(true);
  server.close();
  expect(status).toBe(130);
  expect(output.trim().split('\n')).toEqual([
    'interrupted: clearing up (Ctrl-C again ends at once)',
    'verify: interrupted. The server is deleting the namespaces of this run; when they are gone, "kubectl get namespace verify-web-dry verify-web" finds none.',
  ]);
  expect(server.calls.slice(server.calls.findIndex(call => call.startsWith('rollout')) + 1)).toEqual([
    'delete -f web/app.yaml --ignore-not-found --wait=false',
    'delete namespace verify-web-dry verify-web --ignore-not-found --wait=false --timeout=180s',
  ]);
  expect(readFileSync(ledger, 'utf8')).toBe(former);
  expect(readdirSync(join(project, 'tmp'))).toEqual([]);
}, 60_000);

test('Ctrl-C during record ends the command that runs, clears up and keeps the recordings', async () => {
  const log = join(project, 'commands');
  writeFileSync(log, '');
  const enter = join(project, 'bin/enter');
  writeFileSync(
    enter,
    `#!/bin/sh
echo "$3" >> '${log}'
case "$3" in
  *'version -o json'*) echo '{"clientVersion": {"gitVersion": "v1.36.3"}, "serverVersion": {"gitVersion": "v1.36.3"}}' ;;
  *'api-resources'*) sleep 300 ;;
esac
`,
  );
  chmodSync(enter, 0o755);
  const recording = join(root, 'src/content/recordings/resource-map.json');
  const former = readFileSync(recording, 'utf8');
  const lines = () => readFileSync(log, 'utf8').split('\n');
  let child: ChildProcess | undefined;
  const [pressed, { status, output }] = await Promise.all([
    interruptWhen(
      () => child,
      () => lines().some(line => line.includes('api-resources')),
    ),
    runScript('scripts/lab/record.ts', ['resource-map', '--enter', enter], project, started => {
      child = started;
    }),
  ]);
  expect(Date.now() - pressed).toBeLessThan(15_000);
  expect(status).toBe(130);
  expect(output).toMatch(
    /^record: interrupted\. What clears up after resource-map was run, and its recordings are as before\.$/m,
  );
  const hanging = lines().findLastIndex(line => line.includes('api-resources'));
  expect(
    lines()
      .slice(hanging + 1)
      .join('\n'),
  ).toContain('kubectl delete ');
  expect(readFileSync(recording, 'utf8')).toBe(former);
}, 60_000);
