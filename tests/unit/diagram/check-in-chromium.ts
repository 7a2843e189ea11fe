/**
 * Looks at the sample diagrams in a real Chromium, where the unit tests can only look at their source:
 *
 *     node tests/unit/diagram/check-in-chromium.ts [folder for screenshots]
 *
 * Every label inside its box in several fonts; contrast, sizes and scrolling at 360 and 760 px in both themes; axe; forced
 * colours and print. Exits with 1 when something does not hold.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { browserFlags, findBrowser } from '../../../scripts/lib/browser.ts';
import { closeRenderer } from '../../../src/diagram/render.node.ts';
import { checkContrast, checkFit, checkSizes } from './in-page.ts';
import { draw, sources } from './samples.ts';

const root = join(import.meta.dirname, '../../..');
const folder = process.argv[2];
const fonts = [
  'Noto Sans CJK JP',
  'DejaVu Sans',
  'Liberation Sans',
  'Noto Sans Mono CJK JP',
  'Noto Serif CJK JP',
];
const problems: string[] = [];

const css = ['tokens', 'base', 'prose', 'diagram']
  .map(name => join(root, `src/styles/${name}.css`))
  .filter(existsSync)
  .map(path => readFileSync(path, 'utf8'))
  .join('\n');

/** The figures as the site has them, one after the other. */
async function figures(): Promise<string> {
  const parts: string[] = [];
  for (const [name, source] of sources()) {
    const id = `d-${name}`;
    const { svg, title, description } = await draw(source, id);
    parts.push(`<figure class="diagram" id="${name}"><div class="diagram-scroll" role="group" aria-labelledby="${id}-t" tabindex="0">
      ${svg}</div><figcaption>${title}<details><summary>図の説明</summary><p>${description}</p></details></figcaption></figure>`);
  }
  return parts.join('\n');
}

async function open(
  browser: Browser,
  body: string,
  options: Parameters<Browser['newPage']>[0],
  extra = '',
): Promise<Page> {
  const page = await browser.newPage(options);
  await page.setContent(`<!doctype html><html lang="ja"><head><title>図</title><meta name="viewport" content="width=device-width">
    <style>body { margin: 0; padding: 1rem }${css}${extra}</style></head><body><main class="prose"><h1>図</h1>${body}</main></body></html>`);
  return page;
}

const report = (where: string, found: readonly string[]) =>
  problems.push(...found.map(problem => `${where}: ${problem}`));

async function checkThemes(browser: Browser, body: string): Promise<void> {
  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const width of [360, 760]) {
      const page = await open(browser, body, { viewport: { width, height: 800 }, colorScheme });
      const where = `${colorScheme} ${width}`;
      report(where, await page.evaluate(checkSizes));
      report(where, await page.evaluate(checkContrast));
      await page.addScriptTag({ content: axe });
      report(where, await page.evaluate(runAxe));
      for (const name of folder ? sources().keys() : []) {
        await page
          .locator(`#${name}`)
          .screenshot({ path: join(folder ?? '', `${name}-${colorScheme}-${width}.png`) });
      }
      await page.close();
    }
  }
}

/** Runs in the page, where axe is a global. */
async function runAxe(): Promise<string[]> {
  const { axe } = globalThis as unknown as {
    axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
  };
  const { violations } = await axe.run();
  return violations.map(({ id, nodes }) => `axe ${id}: ${nodes[0]?.html.slice(0, 100)}`);
}

async function checkFonts(browser: Browser, body: string): Promise<void> {
  for (const font of fonts) {
    const override = `.diagram svg text { font-family: "${font}", "Noto Sans CJK JP" !important } .diagram svg { width: 2000px; max-inline-size: none }`;
    const page = await open(browser, body, { viewport: { width: 2200, height: 900 } }, override);
    report(font, await page.evaluate(checkFit));
    await page.close();
  }
}

async function checkOtherMedia(browser: Browser, body: string): Promise<void> {
  for (const media of [{ forcedColors: 'active' }, { media: 'print' }] as const) {
    const page = await open(browser, body, { viewport: { width: 700, height: 900 } });
    await page.emulateMedia(media);
    const where = JSON.stringify(media);
    report(where, await page.evaluate(checkContrast));
    report(
      where,
      await page.evaluate(() =>
        document.documentElement.scrollWidth > innerWidth ? ['wider than the page'] : [],
      ),
    );
    if (folder)
      await page.screenshot({
        path: join(folder, `${'media' in media ? 'print' : 'forced'}.png`),
        fullPage: true,
      });
    await page.close();
  }
  const bare = await browser.newPage();
  await bare.setContent(`<!doctype html><html lang="ja"><body>${body}`);
  report('without style sheet', await bare.evaluate(checkContrast));
  await bare.close();
}

const executablePath = findBrowser();
if (!executablePath) throw new Error('No Chromium: set CHROMIUM_PATH.');
const browser = await chromium.launch({ executablePath, args: browserFlags });
try {
  const body = await figures();
  await checkThemes(browser, body);
  await checkFonts(browser, body);
  await checkOtherMedia(browser, body);
} finally {
  await browser.close();
  await closeRenderer();
}
console.log(problems.length > 0 ? problems.join('\n') : 'all diagrams hold');
process.exitCode = problems.length > 0 ? 1 : 0;
