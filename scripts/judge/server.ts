import { spawn } from 'node:child_process';
import { Agent, request } from 'node:http';
import { isObject, type Json, type JsonObject } from './json.ts';

/** An answer of the API server. */
export interface Answer {
  code: number;
  body: Json;
  /** The server's `Warning` header. */
  warning?: string;
}

/** A running API server, reached through `kubectl proxy` on a loopback port. */
export interface Server {
  get(path: string): Promise<Answer>;
  post(path: string, body: JsonObject): Promise<Answer>;
  close(): void;
}

/** Starts `kubectl proxy` for the kubeconfig's current context. kubectl must be on the PATH. */
export async function openServer(kubeconfig: string | undefined): Promise<Server> {
  const args = [
    'proxy',
    '--port=0',
    '--address=127.0.0.1',
    ...(kubeconfig ? [`--kubeconfig=${kubeconfig}`] : []),
  ];
  const child = spawn('kubectl', args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const port = await new Promise<string>((resolve, reject) => {
    child.on('error', () =>
      reject(new Error('kubectl is not on the PATH; the lab has one in its bin folder')),
    );
    child.on('exit', () => reject(new Error('kubectl proxy did not start; is the kubeconfig right?')));
    child.stdout.on('data', chunk => {
      const found = /:(\d+)/.exec(String(chunk))?.[1];
      if (found) resolve(found);
    });
  });
  const agent = new Agent({ keepAlive: true, maxSockets: 4 });
  return {
    get: path => send(agent, port, 'GET', path),
    post: (path, body) => send(agent, port, 'POST', path, JSON.stringify(body)),
    close: () => {
      child.removeAllListeners('exit');
      child.kill();
      agent.destroy();
    },
  };
}

function send(agent: Agent, port: string, method: string, path: string, body?: string): Promise<Answer> {
  const headers = body === undefined ? {} : { 'content-type': 'application/json' };
  return new Promise((resolve, reject) => {
    const call = request({ agent, host: '127.0.0.1', port, method, path, headers }, response => {
      const chunks: Buffer[] = [];
      response.on('data', chunk => chunks.push(chunk));
      response.on('end', () => {
        const { warning } = response.headers;
        const answer = {
          code: response.statusCode ?? 0,
          body: readBody(Buffer.concat(chunks).toString('utf8')),
        };
        resolve(typeof warning === 'string' ? { ...answer, warning } : answer);
      });
    });
    call.on('error', reject);
    call.end(body);
  });
}

/** The API server speaks JSON, but a proxy's or router's refusal is plain text. */
function readBody(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return { message: text } satisfies JsonObject;
  }
}

/** Where objects of a kind are created. */
export interface Collection {
  prefix: string;
  resource: string;
  namespaced: boolean;
}

/** Collections by `apiVersion Kind`, from the server's own discovery. */
export async function discover(server: Server): Promise<Map<string, Collection>> {
  const groups = (await server.get('/apis')).body;
  const list = isObject(groups) && Array.isArray(groups['groups']) ? groups['groups'] : undefined;
  if (!list) throw new Error('the API server does not answer; does the kubeconfig name a running one?');
  const versions = list.flatMap(group =>
    isObject(group) && Array.isArray(group['versions']) ? group['versions'] : [],
  );
  const names = versions.map(version => (isObject(version) ? String(version['groupVersion']) : ''));
  const collections = new Map<string, Collection>();
  for (const [groupVersion, prefix] of [
    ['v1', '/api/v1'] as const,
    ...names.map(name => [name, `/apis/${name}`] as const),
  ]) {
    const { body } = await server.get(prefix);
    const resources =
      isObject(body) && Array.isArray(body['resources']) ? body['resources'].filter(isObject) : [];
    for (const { kind, name, namespaced } of resources) {
      if (String(name).includes('/')) continue;
      collections.set(`${groupVersion} ${kind}`, {
        prefix,
        resource: String(name),
        namespaced: namespaced === true,
      });
    }
  }
  return collections;
}
