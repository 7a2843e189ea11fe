/**
 * The thread in which diagrams are drawn. It owns the DOM globals, so that they never reach the Astro process.
 * Life cycle: started by `render.node.ts`, answers one {@link RenderReply} for each {@link RenderRequest}, ends with its port.
 */
import { parentPort } from 'node:worker_threads';
import { MERMAID_CONFIG } from './config.ts';
import { installDom } from './dom/install.node.ts';
import type { Picture, Refusal, RenderReply, RenderRequest } from './messages.ts';
import { normalize } from './normalize.ts';

const document = installDom();
// Imported late: mermaid and DOMPurify look for a window when they load.
const { default: mermaid } = await import('mermaid');
mermaid.initialize(MERMAID_CONFIG);

parentPort?.on('message', async (request: RenderRequest) => {
  const { ticket } = request;
  const reply = await render(request).then(
    (picture): RenderReply => ({ ticket, picture }),
    (error: unknown): RenderReply => ({ ticket, refusal: describe(error) }),
  );
  parentPort?.postMessage(reply);
});

async function render({ id, source, title, description }: RenderRequest): Promise<Picture> {
  document.body.innerHTML = '';
  const { svg } = await mermaid.render(id, source);
  return normalize(document, svg, { id, title, description });
}

/** The parser's errors carry a `hash` with the place; it is not in mermaid's types. */
function describe(error: unknown): Refusal {
  const message = error instanceof Error ? error.message : String(error);
  const hash = (
    error as { hash?: { token?: unknown; line?: unknown; loc?: { first_line?: unknown } } } | null
  )?.hash;
  const line = hash?.loc?.first_line ?? hash?.line;
  return {
    message,
    ...(typeof line === 'number' && { line }),
    ...(typeof hash?.token === 'string' && { token: hash.token }),
  };
}
