import type { JsonObject } from './json.ts';
import { discover, openServer } from './server.ts';
import { ask, type Verdict } from './verdict.ts';

/**
 * Asks the kubeconfig's server about every object, four at a time; the answers keep the objects' order.
 * @param signal Ends the connection when it is aborted; what was asked then fails.
 */
export async function askAll(
  objects: readonly JsonObject[],
  kubeconfig: string | undefined,
  messageLength: number,
  signal?: AbortSignal,
): Promise<Verdict[]> {
  const server = await openServer(kubeconfig);
  signal?.addEventListener('abort', server.close, { once: true });
  try {
    const collections = await discover(server);
    const verdicts: Verdict[] = [];
    let next = 0;
    const work = async () => {
      for (let index = next++; index < objects.length; index = next++) {
        verdicts[index] = await ask(server, collections, objects[index] ?? {}, messageLength);
      }
    };
    await Promise.all([work(), work(), work(), work()]);
    return verdicts;
  } finally {
    signal?.removeEventListener('abort', server.close);
    server.close();
  }
}
