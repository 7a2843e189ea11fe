import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { checks } from './src/integrations/checks.node.ts';
import { diagrams } from './src/integrations/diagrams.node.ts';
import { lightImports } from './src/integrations/light-imports.node.ts';
import { offline } from './src/integrations/offline.node.ts';
import { markdownProcessor } from './src/markdown/pipeline.ts';
import { searchIndex } from './src/search/index.node.ts';

/** Path under which the site is served: `SITE_BASE=/docs/ npm run build`. */
const base = process.env.SITE_BASE ?? '/';

export default defineConfig({
  site: process.env.SITE_URL ?? 'https://example.com',
  base,
  trailingSlash: 'always',
  build: { format: 'directory', inlineStylesheets: 'never', assets: '_assets' },
  devToolbar: { enabled: false },
  markdown: { processor: markdownProcessor({ base }), syntaxHighlight: false },
  vite: { plugins: [lightImports()], build: { assetsInlineLimit: 0, cssCodeSplit: false } },
  integrations: [mdx(), checks(), diagrams(), searchIndex(), offline()],
});
