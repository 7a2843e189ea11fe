import { setTimeout as sleep } from 'node:timers/promises';
import { Interrupted } from './error.ts';

/**
 * Runs work that has to clear up behind itself: Ctrl-C and SIGTERM abort its signal instead of ending this process, and when
 * it has cleared up, Interrupted is thrown. A second Ctrl-C ends the process at once.
 */
export async function interruptible<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  const { signal } = controller;
  const stop = () => {
    if (signal.aborted) process.exit(130);
    console.error('interrupted: clearing up (Ctrl-C again ends at once)');
    controller.abort(new Interrupted());
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
  try {
    const result = await work(signal);
    signal.throwIfAborted();
    return result;
  } catch (error) {
    // Ctrl-C also ends a program that runs in the foreground: its failure is seen before the signal is.
    await sleep(10);
    throw signal.aborted && !(error instanceof Interrupted) ? signal.reason : error;
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop);
  }
}
