import { fileURLToPath } from 'node:url';
import { build, type Plugin, type Rolldown } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** What a page from disk does otherwise, file for file. */
const replaced: Readonly<Record<string, string>> = {
  [here('../../site/url.ts')]: here('client/url.ts'),
  [here('../../search/load.ts')]: here('client/load.ts'),
  [here('../../client/trusted.ts')]: here('client/trusted.ts'),
};

/** The script of the site as one classic script: a browser loads no modules from disk. */
export async function bundleScript(): Promise<string> {
  const output = (await build({
    configFile: false,
    logLevel: 'error',
    base: './',
    plugins: [fromDisk()],
    build: {
      write: false,
      modulePreload: false,
      rollupOptions: {
        input: here('../../client/site.ts'),
        output: { format: 'iife', codeSplitting: false },
      },
    },
  })) as Rolldown.RolldownOutput;
  const scripts = output.output.filter(part => part.type === 'chunk');
  const [script] = scripts;
  if (!script || scripts.length > 1)
    throw new Error(`The bundle has ${scripts.length} scripts instead of one.`);
  return script.code;
}

function fromDisk(): Plugin {
  return {
    name: 'from-disk',
    enforce: 'pre',
    async resolveId(source, importer) {
      if (source.includes('?worker')) return '\0no-worker';
      const found = await this.resolve(source, importer, { skipSelf: true });
      return found && replaced[found.id];
    },
    // Without an address the search runs on the page.
    load: id => (id === '\0no-worker' ? 'export default "";' : undefined),
  };
}
