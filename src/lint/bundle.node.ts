import { join } from 'node:path';
import { build, type Plugin } from 'vite';

/** What the engine takes from the YAML library, as its own modules: its index brings everything else along. */
const usedYaml = `
export { Lexer } from './dist/parse/lexer.js';
export { Parser } from './dist/parse/parser.js';
export { LineCounter } from './dist/parse/line-counter.js';
import { DOCUMENT, FLOW_END, SCALAR } from './dist/parse/cst.js';
import { resolveAsScalar } from './dist/parse/cst-scalar.js';
export const CST = { DOCUMENT, FLOW_END, SCALAR, resolveAsScalar };
`;

/** The class is only asked for the names of styles. */
const scalarStyles = `
export const Scalar = {
  BLOCK_FOLDED: 'BLOCK_FOLDED', BLOCK_LITERAL: 'BLOCK_LITERAL',
  PLAIN: 'PLAIN', QUOTE_DOUBLE: 'QUOTE_DOUBLE', QUOTE_SINGLE: 'QUOTE_SINGLE',
};
`;

const entry = '\0engine';

/** No module of the YAML library does anything when it is imported, but its package does not say so. */
function withoutUnusedYaml(contents: string): Plugin {
  return {
    name: 'without-unused-yaml',
    enforce: 'pre',
    async resolveId(id, importer) {
      if (id === entry) return id;
      if (importer === entry) return join(import.meta.dirname, id);
      const found = await this.resolve(id, importer, { skipSelf: true });
      return found && /[\\/]yaml[\\/]/.test(found.id) ? { ...found, moduleSideEffects: false } : found;
    },
    load(id) {
      if (id === entry) return contents;
      if (/[\\/]yaml[\\/]browser[\\/]dist[\\/]nodes[\\/]Scalar\.js$/.test(id)) return scalarStyles;
      return /[\\/]yaml[\\/]browser[\\/]index\.js$/.test(id) ? usedYaml : undefined;
    },
  };
}

/**
 * The engine as one module for a page or a Worker, with all data and one language.
 * @param contents the module that is bundled; its imports are relative to this folder
 * @returns the code, and the files that are in it
 */
export async function bundleEngine(
  contents = "export * from './engine.ts'; export { ja } from './messages/ja.ts';",
): Promise<{ code: string; files: string[] }> {
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [withoutUnusedYaml(contents)],
    build: {
      write: false,
      target: 'es2023',
      modulePreload: false,
      rolldownOptions: {
        input: entry,
        preserveEntrySignatures: 'strict',
        output: { format: 'es', minify: true },
      },
    },
  });
  const [output] = Array.isArray(result) ? result : [result];
  const [chunk] = output && 'output' in output ? output.output : [];
  if (chunk?.type !== 'chunk') throw new Error('the engine was not bundled into one module');
  const files = Object.entries(chunk.modules).filter(([, { renderedLength }]) => renderedLength > 0);
  return { code: chunk.code, files: files.map(([file]) => file) };
}
