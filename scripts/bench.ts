/**
 * Measures a part of the project: `npm run bench -- <name> [options]`. A measurement is a file of scripts/bench/ that
 * exports `run(args)`, and a line here.
 */
export interface Bench {
  /** Measures, and prints a line for each measurement. */
  run(args: readonly string[]): Promise<void>;
}

const benches: Record<string, () => Promise<Bench>> = {
  lighthouse: () => import('./bench/lighthouse.ts'),
  lint: () => import('./bench/lint.ts'),
  search: () => import('./bench/search.ts'),
};

const [name = '', ...args] = process.argv.slice(2);
const load = Object.hasOwn(benches, name) ? benches[name] : undefined;
if (load) {
  const bench = await load();
  await bench.run(args);
} else {
  console.error(
    `bench: ${name || 'nothing'} cannot be measured; choose one of ${Object.keys(benches).join(', ')}`,
  );
  process.exitCode = 2;
}
