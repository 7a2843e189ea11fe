import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader } from 'astro/loaders';
import { SiteError } from '../site/error.ts';
import { faultProblem } from './fault.ts';
import { loadRegistry } from './load.node.ts';

/** Content loader for the registry: pages ask Astro for manifests, and `npm run dev` reloads when one changes. */
export function manifestLoader(): Loader {
  return {
    name: 'manifests',
    async load({ store, config, parseData, generateDigest, watcher, logger }) {
      const root = fileURLToPath(config.root);
      const fill = async () => {
        const { files, faults } = loadRegistry(root);
        if (faults.length > 0) throw new SiteError(faults.map(faultProblem));
        store.clear();
        for (const file of files) {
          const data = await parseData({ id: file.path, data: { ...file } });
          store.set({
            id: file.path,
            data,
            digest: generateDigest(file.sha256 + JSON.stringify(file.entry)),
          });
        }
      };
      await fill();
      const folder = join(root, 'manifests');
      watcher?.add(folder);
      watcher?.on('all', (_event, changed) => {
        if (changed.startsWith(folder)) fill().catch((error: unknown) => logger.error(String(error)));
      });
    },
  };
}
