import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { root } from '../../../scripts/lib/run.ts';

/** What the fake kubectl sends. */
export interface Call {
  args: string[];
  files: Record<string, string>;
  input: string;
  namespace?: string;
}

export interface Reply {
  status: number;
  stdout?: string;
  stderr?: string;
}

/** A server that answers the fake kubectl; `undefined` closes it in the middle of the call, `never` leaves the call waiting. */
export async function fakeServer(answer: (call: Call) => Reply | 'never' | undefined) {
  const calls: string[] = [];
  const waiting: ServerResponse[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', chunk => chunks.push(chunk));
    request.on('end', () => {
      const call: Call = JSON.parse(Buffer.concat(chunks).toString());
      calls.push(call.args.filter(arg => !arg.startsWith('--kubeconfig=')).join(' '));
      const reply = answer(call);
      if (reply === 'never') waiting.push(response);
      else if (reply) response.end(JSON.stringify(reply));
      else {
        server.closeAllConnections();
        server.close();
      }
    });
  });
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  const port = address && typeof address === 'object' ? address.port : 0;
  const close = () => {
    for (const response of waiting) response.destroy();
    server.close();
  };
  return { calls, waiting, url: `http://127.0.0.1:${port}`, close };
}

/** A copy of the tiny project, with the fake kubectl in `bin/`. */
export function tinyProject(): string {
  const project = mkdtempSync(join(tmpdir(), 'verify-test-'));
  cpSync(join(root, 'tests/fixtures/verify/manifests'), join(project, 'manifests'), { recursive: true });
  mkdirSync(join(project, 'src/data/ledger'), { recursive: true });
  mkdirSync(join(project, 'bin'));
  mkdirSync(join(project, 'tmp'));
  cpSync(join(root, 'tests/fixtures/verify/kubectl'), join(project, 'bin/kubectl'));
  return project;
}

/** A kubeconfig for the fake kubectl. */
export function kubeconfigFor(project: string, server: string): string {
  const file = join(project, 'kubeconfig');
  const config = { clusters: [{ cluster: { server } }], contexts: [{ context: { cluster: 'fake' } }] };
  writeFileSync(file, JSON.stringify(config));
  return file;
}

/**
 * Runs one of the project's scripts; only Node and the fake kubectl are on its PATH.
 * @param started Gets the running script.
 */
export function runScript(
  script: string,
  args: readonly string[],
  project: string,
  started: (child: ChildProcess) => void = () => {},
) {
  return new Promise<{ status: number | null; output: string }>(resolve => {
    const child = spawn(process.execPath, [join(root, script), ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        PATH: [join(project, 'bin'), join(process.execPath, '..'), '/usr/bin', '/bin'].join(delimiter),
        HOME: project,
        TMPDIR: join(project, 'tmp'),
        XDG_CACHE_HOME: join(project, 'cache'),
      },
    });
    started(child);
    let output = '';
    child.stdout.on('data', chunk => {
      output += chunk;
    });
    child.stderr.on('data', chunk => {
      output += chunk;
    });
    child.on('close', status => resolve({ status, output }));
  });
}
