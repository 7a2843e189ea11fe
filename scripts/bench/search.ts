import { chromium, type Page } from 'playwright-core';
import { browserFlags, findBrowser } from '../lib/browser.ts';
import { root } from '../lib/run.ts';
import { serve } from '../lib/serve.ts';

const typed = [
  'ロードバランサー',
  '名前解決',
  'kubectl rollout undo',
  'CrashLoopBackOff',
  'spec.selector',
  'ingressClassName',
];

/**
 * Measures how long a reader of `/search/` waits from a keystroke to painted results: every letter of some queries, in
 * Chromium, on the build in `dist/`. The first round loads the index; the second is what a reader feels.
 * @param args Number of rounds; 3 when left out.
 */
export async function run([rounds = '3']: readonly string[]): Promise<void> {
  const executablePath = findBrowser();
  if (!executablePath) throw new Error('No browser: set CHROMIUM_PATH.');
  const site = await serve({ dir: `${root}dist`, port: 0 });
  const browser = await chromium.launch({ executablePath, args: browserFlags });
  try {
    const page = await browser.newPage();
    await page.goto(`${site.url}search/`);
    await page.locator('.search-status').waitFor({ state: 'attached' });
    for (let round = 1; round <= Number(rounds); round++) {
      const times: number[] = [];
      for (const query of typed)
        for (let length = 1; length <= query.length; length++)
          times.push(await keystroke(page, query.slice(0, length)));
      times.sort((a, b) => a - b);
      const at = (share: number) => (times[Math.floor(times.length * share)] ?? 0).toFixed(1);
      console.log(`round ${round}: ${times.length} keystrokes, median ${at(0.5)} ms, 95 % ${at(0.95)} ms`);
    }
  } finally {
    await browser.close();
    await site.close();
  }
}

/** Milliseconds from the input event to the first frame after the results of this text stand in the page. */
function keystroke(page: Page, text: string): Promise<number> {
  return page.evaluate(async value => {
    const input = document.querySelector<HTMLInputElement>('main input');
    const list = document.querySelector('.search-status');
    if (!input || !list) throw new Error('The search page has no field yet.');
    const start = performance.now();
    await new Promise<void>(done => {
      const watch = new MutationObserver(() => {
        watch.disconnect();
        requestAnimationFrame(() => setTimeout(done));
      });
      watch.observe(list, { childList: true, characterData: true, subtree: true });
      input.value = value;
      input.dispatchEvent(new Event('input', { bubbles: true }));
    });
    return performance.now() - start;
  }, text);
}
