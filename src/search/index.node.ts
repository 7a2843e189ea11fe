import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { buildSearch } from './build/build.node.ts';

/** Indexes the built pages for the search. Only elements with `data-pagefind-body` are searched. */
export function searchIndex(): AstroIntegration {
  let root = '';
  return {
    name: 'search-index',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root);
      },
      'astro:build:done': async ({ dir, logger }) => {
        const { pages, places } = await buildSearch(root, fileURLToPath(dir));
        logger.info(`${pages} ページの ${places} か所を検索の索引に入れました。`);
      },
    },
  };
}
