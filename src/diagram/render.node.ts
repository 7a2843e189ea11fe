import { Worker } from 'node:worker_threads';
import type { RenderReply, RenderRequest } from './messages.ts';

type Job = Omit<RenderRequest, 'ticket'>;

interface Renderer {
  render(job: Job): Promise<RenderReply>;
  close(): Promise<unknown>;
}

interface Waiting {
  resolve(reply: RenderReply): void;
  reject(error: Error): void;
}

const SAFE_ID = /^[a-z][a-z0-9-]*$/;

let renderer: Renderer | undefined;
const replies = new Map<string, Promise<RenderReply>>();

/**
 * Draws one diagram in the worker, which starts with the first one; the same diagram is drawn once a process. Rejects only
 * when the worker fails; what mermaid refuses is in the reply.
 */
export function render(job: Job): Promise<RenderReply> {
  // mermaid uses the id in CSS selectors without escaping it.
  if (!SAFE_ID.test(job.id)) throw new Error(`図の id「${job.id}」は英小文字、数字、- だけで書きます。`);
  const key = JSON.stringify(job);
  const known = replies.get(key);
  if (known) return known;
  renderer ??= openRenderer();
  const reply = renderer.render(job);
  replies.set(key, reply);
  return reply;
}

/** Ends the worker, at the end of a build. The next {@link render} starts a new one. */
export async function closeRenderer(): Promise<void> {
  const closing = renderer;
  renderer = undefined;
  replies.clear();
  await closing?.close();
}

/** Starts a worker. While it has nothing to do it does not keep the process alive, so `astro sync` and vitest can exit. */
function openRenderer(): Renderer {
  const worker = new Worker(new URL('./worker.node.ts', import.meta.url));
  const waiting = new Map<number, Waiting>();
  let ticket = 0;
  let dead: Error | undefined;

  const die = (error: Error) => {
    dead ??= error;
    for (const { reject } of waiting.values()) reject(dead);
    waiting.clear();
  };
  worker.on('error', error => die(new Error('図を描くワーカーが止まりました。', { cause: error })));
  worker.on('exit', () => die(new Error('図を描くワーカーは終了しています。')));
  worker.on('message', (reply: RenderReply) => {
    waiting.get(reply.ticket)?.resolve(reply);
    waiting.delete(reply.ticket);
    if (waiting.size === 0) worker.unref();
  });

  return {
    render: job =>
      new Promise((resolve, reject) => {
        if (dead) throw dead;
        ticket++;
        waiting.set(ticket, { resolve, reject });
        worker.ref();
        worker.postMessage({ ...job, ticket } satisfies RenderRequest);
      }),
    close: () => worker.terminate(),
  };
}
