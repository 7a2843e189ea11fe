import { join } from 'node:path';
import { build, type Plugin } from 'esbuild';

/** What the engine takes from the YAML library, as its own modules: its index brings everything else along. */
const usedYaml = `
export { Lexer } from './parse/lexer.js';
export { Parser } from './parse/parser.js';
export { LineCounter } from './parse/line-counter.js';
import { DOCUMENT, FLOW_END, SCALAR } from './parse/cst.js';
import { resolveAsScalar } from './parse/cst-scalar.js';
export const CST = { DOCUMENT, FLOW_END, SCALAR, resolveAsScalar };
`;

/** No module of the library does anything when it is imported, but its package does not say so. */
const withoutUnusedYaml: Plugin = {
  name: 'without-unused-yaml',
  setup({ onLoad, onResolve, resolve }) {
    onResolve({ filter: /./ }, async ({ path, importer, kind, resolveDir, pluginData }) => {
      const isOwn = path === 'yaml' || /[\\/]yaml[\\/]browser[\\/]/.test(importer);
      if (pluginData === withoutUnusedYaml || !isOwn) return undefined;
      const found = await resolve(path, { importer, kind, resolveDir, pluginData: withoutUnusedYaml });
      return { ...found, sideEffects: false };
    });
    onLoad({ filter: /[\\/]yaml[\\/]browser[\\/]index\.js$/ }, ({ path }) => {
      return { contents: usedYaml, resolveDir: join(path, '../dist') };
    });
  },
};

/**
 * The engine as one module for a page or a Worker, with all data and one language.
 * @param contents the module that is bundled; its imports are relative to this folder.
 * @returns the code, and the files that are in it, relative to the working directory
 */
export async function bundleEngine(
  contents = "export * from './engine.ts'; export { ja } from './messages/ja.ts';",
): Promise<{ code: string; files: string[] }> {
  const { outputFiles, metafile } = await build({
    stdin: { contents, resolveDir: join(import.meta.dirname), loader: 'ts' },
    bundle: true,
    write: false,
    minify: true,
    format: 'esm',
    platform: 'browser',
    metafile: true,
    charset: 'utf8',
    logLevel: 'silent',
    plugins: [withoutUnusedYaml],
  });
  const [output] = Object.values(metafile.outputs);
  const files = Object.entries(output?.inputs ?? {}).filter(([, { bytesInOutput }]) => bytesInOutput > 0);
  return { code: outputFiles[0]?.text ?? '', files: files.map(([file]) => file) };
}
