// node scripts/generate-og.ts: draws the picture that a shared link shows (scripts/og/card.svg) into public/og.png, and the
// icons of the installed site from public/favicon.svg.
import { readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { browserFlags, ensureBrowser } from './lib/browser.ts';
import { root } from './lib/run.ts';

const browser = await chromium.launch({ executablePath: ensureBrowser(), args: browserFlags });
const page = await browser.newPage({ viewport: { width: 1200, height: 630 } });
const svg = readFileSync(`${root}scripts/og/card.svg`, 'utf8');
await page.setContent(`<!doctype html><html lang="ja"><body style="margin:0">${svg}</body></html>`);
await page.screenshot({ path: `${root}public/og.png` });

const icon = readFileSync(`${root}public/favicon.svg`, 'utf8');
for (const size of [192, 512]) {
  await page.setViewportSize({ width: size, height: size });
  // A maskable icon may lose a tenth on each side (https://www.w3.org/TR/appmanifest/#icon-masks).
  await page.setContent(
    `<!doctype html><body style="margin:0;padding:${size / 10}px;background:#fcfbf8">${icon.replace('<svg', `<svg width="${size * 0.8}"`)}</body>`,
  );
  await page.screenshot({ path: `${root}public/icon-${size}.png` });
}
await browser.close();
