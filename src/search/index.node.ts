import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import * as pagefind from 'pagefind';

/** Pagefind always makes its own interfaces too; the site has one of its own. */
const unused = /^(pagefind-(ui|modular-ui|component-ui|highlight)\.|playground)/;

/** Indexes the built pages with stock Pagefind. Only elements with `data-pagefind-body` are searched. */
export function searchIndex(): AstroIntegration {
  return {
    name: 'search-index',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const { index, errors } = await pagefind.createIndex({ forceLanguage: 'ja' });
        if (!index) throw new Error(`検索の索引を作れません: ${errors.join('、')}`);
        const { page_count: pages } = await index.addDirectory({ path: fileURLToPath(dir) });
        const { files } = await index.getFiles();
        for (const { path, content } of files) {
          if (unused.test(path)) continue;
          const target = join(fileURLToPath(dir), 'pagefind', path);
          await mkdir(dirname(target), { recursive: true });
          await writeFile(target, content);
        }
        await pagefind.close();
        logger.info(`${pages} ページを検索の索引に入れました。`);
      },
    },
  };
}
