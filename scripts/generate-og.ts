// node scripts/generate-og.ts: draws the picture that a shared link shows (scripts/og/card.svg) into public/og.png.
import { readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { browserFlags, ensureBrowser } from './lib/browser.ts';
import { root } from './lib/run.ts';

const browser = await chromium.launch({ executablePath: ensureBrowser(), args: browserFlags });
const page = await browser.newPage({ viewport: { width: 1200, height: 630 } });
const svg = readFileSync(`${root}scripts/og/card.svg`, 'utf8');
await page.setContent(`<!doctype html><html lang="ja"><body style="margin:0">${svg}</body></html>`);
await page.screenshot({ path: `${root}public/og.png` });
await browser.close();
