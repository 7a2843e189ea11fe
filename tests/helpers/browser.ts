import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { browserFlags, findBrowser } from '../../scripts/lib/browser.ts';
import { type Running, serve } from '../../scripts/lib/serve.ts';
import { dist } from './dist.ts';

interface Fixture {
  /** Address of the built site, with a final slash. */
  url: () => string;
  /** A page in a fresh context; console errors and requests to other hosts make `problems()` fail. */
  open: (
    path: string,
    options?: BrowserContextOptions,
  ) => Promise<{ page: Page; context: BrowserContext; problems: string[] }>;
}

/** One browser for a test file. */
export function useChromium(flags: readonly string[] = []): () => Browser {
  let browser: Browser;
  beforeAll(async () => {
    const executablePath = findBrowser();
    if (!executablePath)
      throw new Error('No browser: run these tests with "npm test", or set CHROMIUM_PATH.');
    browser = await chromium.launch({ executablePath, args: [...browserFlags, ...flags] });
  });
  afterAll(() => browser?.close());
  return () => browser;
}

/** One server and one browser for a test file; every page gets a context of its own. */
export function useBrowser(dir: string = dist, base = '/', flags: readonly string[] = []): Fixture {
  const browser = useChromium(flags);
  let site: Running;
  beforeAll(async () => {
    site = await serve({ dir, port: 0, base });
  });
  afterAll(() => site?.close());
  return {
    url: () => site.url,
    async open(path, options = {}) {
      const context = await browser().newContext({ locale: 'ja-JP', ...options });
      const page = await context.newPage();
      const problems: string[] = [];
      page.on('console', message => {
        if (message.type() === 'error') problems.push(`console: ${message.text()}`);
      });
      page.on('pageerror', error => problems.push(`error: ${error.message}`));
      page.on('request', request => {
        if (!request.url().startsWith(new URL(site.url).origin) && !/^(data|blob):/.test(request.url()))
          problems.push(`request to another host: ${request.url()}`);
      });
      await page.goto(new URL(path.replace(/^\//, ''), site.url).href);
      return { page, context, problems };
    },
  };
}

/** Storage that throws, as it does when a reader blocks it. */
export async function blockStorage(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    for (const storage of ['localStorage', 'sessionStorage'])
      Object.defineProperty(globalThis, storage, {
        get() {
          throw new DOMException('blocked', 'SecurityError');
        },
      });
  });
}
