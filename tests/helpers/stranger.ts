import { createServer } from 'node:http';

export interface Stranger {
  /** `http://127.0.0.1:40000`: another host, as a browser sees it. */
  origin: string;
  /** Paths that were asked for. */
  hits: string[];
  close: () => void;
}

/** A server that nobody should reach: it records every request, and answers with anything that might be wanted. */
export async function startStranger(): Promise<Stranger> {
  const hits: string[] = [];
  const server = createServer((request, response) => {
    hits.push(request.url ?? '');
    response.writeHead(200, { 'access-control-allow-origin': '*', 'content-type': 'text/javascript' });
    response.end('globalThis.ran = (globalThis.ran ?? 0) + 1');
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('The second server has no address.');
  return {
    origin: `http://127.0.0.1:${address.port}`,
    hits,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
