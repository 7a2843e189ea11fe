import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** What the server does; a test changes it while it runs. */
export interface Conduct {
  /** Folder of the release that is published. */
  root: string;
  /** Paths that an edge still has from another release: `services/index.html`. */
  stale: { root: string; files: readonly string[] };
  /** Milliseconds before each answer. */
  latency: number;
  /** What happens to a request whose path contains `at`; 'cut': the server dies in the middle of the answer. */
  fault?: { at: string; how: 'no answer' | 'stall' | 'cut' | { sends: string } } | undefined;
  headers: Record<string, string>;
}

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.md': 'text/markdown; charset=utf-8',
  '.yaml': 'text/yaml; charset=utf-8',
};

/** A static host with the habits of GitHub Pages (redirects, 404.html, max-age=600, ETag, gzip) that can be made to fail. */
export class Host {
  readonly base: string;
  conduct: Conduct;
  /** Paths that were asked for since the last `forget()`. */
  requests: string[] = [];
  /** Bytes of the bodies that were sent since then. */
  bytes = 0;
  #server: Server | undefined;
  #port = 0;

  constructor(root: string, base: string) {
    this.base = base;
    this.conduct = { root, stale: { root, files: [] }, latency: 0, headers: {} };
  }

  get origin(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  get isUp(): boolean {
    return this.#server !== undefined;
  }

  url(path = ''): string {
    return `${this.origin}${this.base}${path}`;
  }

  forget(): void {
    this.requests = [];
    this.bytes = 0;
  }

  /** Listens on the port it had before, so that the origin stays. */
  async up(): Promise<void> {
    const server = createServer((request, response) => void this.#answer(request, response));
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(this.#port, '127.0.0.1', resolve);
    });
    const address = server.address();
    if (typeof address === 'object' && address) this.#port = address.port;
    this.#server = server;
  }

  /** Refuses connections, and cuts those that are open. */
  async down(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    server?.closeAllConnections();
    await new Promise<void>(resolve => (server ? server.close(() => resolve()) : resolve()));
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { latency } = this.conduct;
    const { pathname, search } = new URL(request.url ?? '/', this.origin);
    this.requests.push(pathname);
    if (latency) await new Promise(resolve => setTimeout(resolve, latency));
    const path = decode(pathname);
    if (!path?.startsWith(this.base)) {
      response.writeHead(path === undefined ? 400 : 404).end();
      return;
    }
    const file = path.slice(this.base.length);
    const { root, stale } = this.conduct;
    const isFolder = isDirectory(join(root, file));
    if (isFolder && !pathname.endsWith('/')) {
      response.writeHead(301, { location: `${pathname}/${search}` }).end();
      return;
    }
    const name = isFolder ? join(file, 'index.html') : file;
    const found = join(stale.files.includes(name) ? stale.root : root, name);
    if (existsSync(found)) this.#send(request, response, 200, found);
    else this.#send(request, response, 404, join(root, '404.html'));
  }

  #send(request: IncomingMessage, response: ServerResponse, status: number, file: string): void {
    const { fault } = this.conduct;
    const how = fault && request.url?.includes(fault.at) ? fault.how : undefined;
    if (how === 'no answer') return;
    const content = readFileSync(typeof how === 'object' ? how.sends : file);
    const etag = `"${createHash('sha256').update(content).digest('hex').slice(0, 16)}"`;
    const headers: Record<string, string> = {
      'content-type': types[extname(file)] ?? 'application/octet-stream',
      'cache-control': 'max-age=600',
      etag,
      ...this.conduct.headers,
    };
    if (status === 200 && request.headers['if-none-match'] === etag) {
      response.writeHead(304, headers).end();
      return;
    }
    const range = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '');
    if (range) {
      const part = content.subarray(Number(range[1]), Number(range[2]) + 1);
      response.writeHead(206, headers).end(part);
      return;
    }
    const isZipped = /gzip/.test(String(request.headers['accept-encoding'])) && types[extname(file)];
    const body = isZipped ? gzipSync(content) : content;
    if (isZipped) headers['content-encoding'] = 'gzip';
    this.bytes += body.length;
    response.writeHead(status, headers);
    if (how !== 'cut' && how !== 'stall') response.end(body);
    else response.write(body.subarray(0, body.length / 2), () => how === 'cut' && void this.down());
  }
}

function isDirectory(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory();
}

function decode(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}
