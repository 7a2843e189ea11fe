import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../../scripts/lib/run.ts';
import { sha256 } from '../../src/offline/build/release.node.ts';
import { zipName } from '../../src/site/offline.ts';
import { useChromium } from '../helpers/browser.ts';
import { unpackBundle } from '../helpers/bundle.ts';
import { builds, builtPages, elements, text } from '../helpers/dist.ts';

const browser = useChromium();

describe.each(builds)('the zip of $name', build => {
  const bundle = unpackBundle(build);

  test('has the hash that is published beside it and on its page', () => {
    const hash = sha256(readFileSync(join(build.dir, 'download', zipName)), 'hex');
    const beside = readFileSync(join(build.dir, 'download', `${zipName}.sha256`), 'utf8');
    expect(beside).toBe(`${hash}  ${zipName}\n`);
    expect(readFileSync(join(build.dir, 'offline/index.html'), 'utf8')).toContain(hash);
  });

  test('links to files of its own only', () => {
    const broken: string[] = [];
    for (const { file, tree } of builtPages(bundle.dir))
      for (const element of elements(tree, ({ tagName }) =>
        ['a', 'link', 'script', 'img', 'form'].includes(tagName),
      ))
        for (const address of [text(element, 'href'), text(element, 'src'), text(element, 'action')]) {
          if (!address || /^(https?|data|mailto):/.test(address)) continue;
          const { protocol, pathname } = new URL(address, `file://${bundle.dir}/${file}`);
          if (protocol !== 'file:' || !existsSync(decodeURIComponent(pathname)))
            broken.push(`${file} -> ${address}`);
        }
    expect(broken).toEqual([]);
  });

  test('opened from disk: styled, no message in the console, search in Japanese, copying', async () => {
    const context = await browser().newContext({
      locale: 'ja-JP',
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const page = await context.newPage();
    const problems: string[] = [];
    page.on('console', message => problems.push(message.text()));
    page.on('pageerror', error => problems.push(error.message));
    page.on('request', request => {
      if (!/^(file|data|blob):/.test(request.url())) problems.push(request.url());
    });
    for (const path of ['index.html', 'services/index.html', 'errata/index.html', 'rules/index.html']) {
      await page.goto(bundle.url + path);
      const font = await page.evaluate(() => getComputedStyle(document.body).fontFamily);
      expect(font, path).toContain('Noto Sans JP');
    }
    await page.goto(`${bundle.url}services/index.html`);
    await page.keyboard.press('/');
    await page.getByRole('dialog').locator('input').fill('名前解決');
    const hit = page.getByRole('dialog').locator('a[href*="index.html"]').first();
    await hit.waitFor();
    await hit.click();
    await page.waitForURL(/index\.html(\?[^#]*)?(#|$)/);
    expect(existsSync(new URL(page.url().replace(/[?#].*/, '')))).toBe(true);

    await page.goto(`${bundle.url}services/index.html`);
    const path = 'services/clusterip.yaml';
    await page.getByRole('button', { name: `コピー ${path}`, exact: true }).click();
    await expect
      .poll(() => page.evaluate(() => navigator.clipboard.readText()))
      .toBe(readFileSync(join(root, 'manifests', path), 'utf8'));

    await page.goto(`${bundle.url}search/index.html?q=${encodeURIComponent('サービス')}`);
    await page.locator('#search-results a').first().waitFor();
    expect(problems).toEqual([]);
    await context.close();
  });
});
