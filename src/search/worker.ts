import { type Engine, openEngine, type SearchOptions } from './core/engine.ts';
import { loader } from './load.ts';

/** To the worker: where the index is (once, first), then queries. From it: answers, in any order. */
export type ToWorker = { folder: string } | { turn: number; query: string; options: SearchOptions };
export type FromWorker =
  | { turn: number; answer: Awaited<ReturnType<Engine['search']>> }
  | { turn: number; error: string };

let engine: Promise<Engine> | undefined;

addEventListener('message', async ({ data }: MessageEvent<ToWorker>) => {
  if ('folder' in data) {
    engine = openEngine(loader(data.folder));
    engine.catch(() => undefined);
    return;
  }
  const { turn, query, options } = data;
  try {
    if (!engine) throw new Error('The worker was not told where the index is.');
    reply({ turn, answer: await (await engine).search(query, options) });
  } catch (error) {
    reply({ turn, error: String(error) });
  }
});

function reply(message: FromWorker): void {
  postMessage(message);
}
