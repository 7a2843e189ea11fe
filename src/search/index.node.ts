import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import * as pagefind from 'pagefind';

/** Indexes the built pages with stock Pagefind. Only elements with `data-pagefind-body` are searched. */
export function searchIndex(): AstroIntegration {
  return {
    name: 'search-index',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const { index, errors } = await pagefind.createIndex({ forceLanguage: 'ja', writePlayground: false });
        if (!index) throw new Error(`検索の索引を作れません: ${errors.join('、')}`);
        const { page_count: pages } = await index.addDirectory({ path: fileURLToPath(dir) });
        await index.writeFiles({ outputPath: fileURLToPath(new URL('pagefind/', dir)) });
        await pagefind.close();
        logger.info(`${pages} ページを検索の索引に入れました。`);
      },
    },
  };
}
