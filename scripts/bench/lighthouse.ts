import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync } from 'node:zlib';
import { browserFlags, findBrowser } from '../lib/browser.ts';
import { root } from '../lib/run.ts';
import { serve } from '../lib/serve.ts';

/** One page of every type; the printed book is for paper. */
const pages = [
  '/',
  '/services/',
  '/cronjobs/',
  '/errata/',
  '/glossary/',
  '/manifests/',
  '/ledger/',
  '/rules/',
  '/rules/ref/service-port/',
  '/search/',
  '/about/',
  '/offline/',
];

/** What is used of Lighthouse and chrome-launcher, which are installed for this measurement only. */
interface Tools {
  audit: (
    url: string,
    options: { port: number; logLevel: 'error'; onlyCategories: string[] },
  ) => Promise<{ lhr: { categories: Record<string, { score: number | null }> } } | undefined>;
  launch: (options: {
    chromePath: string;
    chromeFlags: string[];
  }) => Promise<{ port: number; kill: () => void }>;
}

const categories = ['performance', 'accessibility', 'best-practices', 'seo'];

/**
 * Lighthouse (mobile) on every type of page, served with brotli as static hosts do. Performance is the median of
 * several runs; the other categories do not vary. The build in `dist/` is measured.
 * @param args Number of runs; 5 when left out.
 */
export async function run([runs = '5']: readonly string[]): Promise<void> {
  const chromePath = findBrowser();
  if (!chromePath) throw new Error('No browser: set CHROMIUM_PATH.');
  const { audit, launch } = await loadTools();
  const site = await serve({ dir: `${root}dist`, port: 0 });
  const { url, server } = await compress(site.url);
  const chrome = await launch({ chromePath, chromeFlags: ['--headless=new', ...browserFlags] });
  try {
    for (const page of pages) {
      const scores: Record<string, number[]> = {};
      for (let index = 0; index < Number(runs); index++) {
        const result = await audit(url + page, {
          port: chrome.port,
          logLevel: 'error',
          onlyCategories: categories,
        });
        for (const [name, { score }] of Object.entries(result?.lhr.categories ?? {}))
          scores[name] = [...(scores[name] ?? []), Math.round((score ?? 0) * 100)];
      }
      const medians = categories.map(name => [name, median(scores[name] ?? [])] as const);
      const isBelow = medians.some(([name, score]) => score < (name === 'performance' ? 99 : 100));
      console.log(
        `${page.padEnd(28)}${medians.map(([name, score]) => `${name} ${score}`).join('  ')}${isBelow ? '  below' : ''}`,
      );
      if (isBelow) process.exitCode = 1;
    }
  } finally {
    chrome.kill();
    server.close();
    await site.close();
  }
}

async function loadTools(): Promise<Tools> {
  const [lighthouse, launcher] = ['lighthouse', 'chrome-launcher'];
  try {
    return { audit: (await import(lighthouse)).default, launch: (await import(launcher)).launch };
  } catch {
    throw new Error('Lighthouse is not installed: npm install --no-save lighthouse@13');
  }
}

/** A server in front of another that compresses its answers. */
async function compress(origin: string): Promise<{ url: string; server: Server }> {
  const server = createServer((incoming, outgoing) => {
    request(new URL(incoming.url ?? '/', origin), answer => {
      const chunks: Buffer[] = [];
      answer.on('data', chunk => chunks.push(chunk));
      answer.on('end', () => {
        const { 'content-length': _length, ...headers } = answer.headers;
        outgoing.writeHead(answer.statusCode ?? 500, { ...headers, 'content-encoding': 'br' });
        outgoing.end(brotliCompressSync(Buffer.concat(chunks)));
      });
    }).end();
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server };
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
