import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { closeRenderer } from '../diagram/render.node.ts';

/** Draws diagrams anew in `npm run dev` when a manifest changes, and ends their worker after a build. */
export function diagrams(): AstroIntegration {
  let manifests = '';
  return {
    name: 'diagrams',
    hooks: {
      'astro:config:done': ({ config }) => {
        manifests = join(fileURLToPath(config.root), 'manifests');
      },
      'astro:server:setup': ({ server }) => {
        server.watcher.add(manifests);
        server.watcher.on('all', (_event, changed) => {
          if (!changed.startsWith(manifests)) return;
          for (const { moduleGraph, hot } of Object.values(server.environments)) {
            for (const [id, module] of moduleGraph.idToModuleMap)
              if (id.includes('.mdx')) moduleGraph.invalidateModule(module);
            hot.send({ type: 'full-reload' });
          }
        });
      },
      'astro:build:done': () => closeRenderer(),
    },
  };
}
