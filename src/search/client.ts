import { scriptUrl } from '../client/trusted.ts';
import type { Answer, Engine, SearchOptions } from './core/engine.ts';
import { indexAddress, loader } from './load.ts';
import type { FromWorker, ToWorker } from './worker.ts';
import workerAddress from './worker.ts?worker&url';

let opening: Promise<Engine> | undefined;

/** Begins to load the search, so that the first letter finds it ready. */
export function prepareSearch(): void {
  open().catch(() => undefined);
}

/** Answers a query. The index is loaded at the first call and not before; after a failure the next call tries again. */
export async function search(query: string, options: SearchOptions): Promise<Answer> {
  return (await open()).search(query, options);
}

function open(): Promise<Engine> {
  opening ??= openInWorker()
    .catch(openHere)
    .catch((error: unknown) => {
      opening = undefined;
      throw error;
    });
  return opening;
}

/** Without a worker everything works the same, on the page's own thread. */
async function openHere(): Promise<Engine> {
  const { openEngine } = await import('./core/engine.ts');
  return openEngine(loader(indexAddress()));
}

/**
 * An engine in a worker. It is started from a `blob:`, which is bound by the page's content policy; a worker that is
 * loaded from an address is not.
 * @throws When the browser starts no such worker.
 */
async function openInWorker(): Promise<Engine> {
  // A page from disk has none (src/offline/bundle/).
  if (!workerAddress) throw new Error('There is no worker here.');
  const response = await fetch(workerAddress);
  if (!response.ok) throw new Error(`${workerAddress}: ${response.status}`);
  const blob = URL.createObjectURL(new Blob([await response.text()], { type: 'text/javascript' }));
  const worker = new Worker(scriptUrl(blob));
  const waiting = new Map<number, { done: (answer: Answer) => void; fail: (error: Error) => void }>();
  let turns = 0;
  const send = (message: ToWorker) => worker.postMessage(message);
  worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
    const asked = waiting.get(data.turn);
    waiting.delete(data.turn);
    if ('answer' in data) asked?.done(data.answer);
    else asked?.fail(new Error(data.error));
  });
  const ask = (query: string, options: SearchOptions) =>
    new Promise<Answer>((done, fail) => {
      waiting.set(++turns, { done, fail });
      send({ turn: turns, query, options });
    });
  send({ folder: indexAddress() });
  // The first answer shows that the worker lives and has its index.
  await Promise.race([
    ask('', { limit: 0 }),
    new Promise((_, fail) =>
      worker.addEventListener('error', () => fail(new Error('The worker did not start.'))),
    ),
  ]);
  URL.revokeObjectURL(blob);
  return { search: ask };
}
