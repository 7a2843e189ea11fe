import { defineCollection } from 'astro:content';
import { file, glob } from 'astro/loaders';
import { manifestLoader } from './registry/loader.ts';
import { chapter } from './schemas/chapter.ts';
import { erratum } from './schemas/erratum.ts';
import { ledgerFile } from './schemas/ledger.ts';
import { manifestFile } from './schemas/manifest.ts';
import { page } from './schemas/page.ts';
import { routeResults } from './schemas/routes.ts';
import { chapterSessions, recording } from './schemas/session.ts';
import { source } from './schemas/source.ts';
import { term } from './schemas/term.ts';

export const collections = {
  chapters: defineCollection({
    loader: glob({ base: './src/content/chapters', pattern: '*.mdx' }),
    schema: chapter,
  }),
  pages: defineCollection({ loader: glob({ base: './src/content/pages', pattern: '*.mdx' }), schema: page }),
  manifests: defineCollection({ loader: manifestLoader(), schema: manifestFile }),
  sessions: defineCollection({
    loader: glob({ base: './src/content/sessions', pattern: '*.yaml' }),
    schema: chapterSessions,
  }),
  recordings: defineCollection({
    loader: glob({ base: './src/content/recordings', pattern: '*.json' }),
    schema: recording,
  }),
  ledger: defineCollection({
    loader: glob({ base: './src/data/ledger', pattern: '*.json' }),
    schema: ledgerFile,
  }),
  routes: defineCollection({
    loader: glob({ base: './src/data/routes', pattern: '*.json' }),
    schema: routeResults,
  }),
  errata: defineCollection({
    loader: glob({ base: './src/content/errata', pattern: '*.yaml' }),
    schema: erratum,
  }),
  sources: defineCollection({ loader: file('src/data/sources.yaml'), schema: source }),
  glossary: defineCollection({ loader: file('src/data/glossary.yaml'), schema: term }),
};
