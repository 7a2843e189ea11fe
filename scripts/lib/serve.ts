import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';

export interface Running {
  /** `http://127.0.0.1:4321/` with the site's base path. */
  url: string;
  port: number;
  close: () => Promise<void>;
}

export interface ServeOptions {
  /** Folder of the built site. */
  dir: string;
  /** First port to try; 0 takes any free one. */
  port: number;
  /** Base path the site was built for. */
  base?: string;
  /** Called when a port is busy, with the next one. */
  onBusy?: (busy: number, next: number) => void;
}

/** Serves a built site on loopback the way static hosts do: folders have an index, unknown paths get 404.html. */
export async function serve({ dir, port, base = '/', onBusy }: ServeOptions): Promise<Running> {
  const prefix = base.replace(/\/$/, '');
  const notFound = join(dir, '404.html');
  const files = sirv(dir, {
    dev: true,
    setHeaders: (response, path) => {
      if (path.endsWith('.yaml')) response.setHeader('content-type', 'text/plain; charset=utf-8');
    },
  });
  const server = createServer((request, response) => {
    const miss = () => {
      response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' });
      response.end(existsSync(notFound) ? readFileSync(notFound) : '404');
    };
    const path = request.url ?? '/';
    if (prefix && !path.startsWith(`${prefix}/`)) {
      if (path !== '/' && path !== prefix) return miss();
      response.writeHead(302, { location: `${prefix}/` }).end();
      return;
    }
    request.url = path.slice(prefix.length);
    files(request, response, miss);
  });
  const taken = await listen(server, port, onBusy);
  return {
    url: `http://127.0.0.1:${taken}${prefix}/`,
    port: taken,
    close: () =>
      new Promise(resolve => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

async function listen(server: Server, first: number, onBusy: ServeOptions['onBusy']): Promise<number> {
  for (let port = first; port < first + 20; port++) {
    const taken = await tryPort(server, port);
    if (taken) return taken;
    onBusy?.(port, port + 1);
  }
  throw new Error(`No free port between ${first} and ${first + 19} on 127.0.0.1.`);
}

function tryPort(server: Server, port: number): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const onError = (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(undefined);
      else reject(error);
    };
    server.once('error', onError);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', onError);
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}
