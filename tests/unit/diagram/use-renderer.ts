import { afterAll, beforeAll } from 'vitest';
import { closeRenderer } from '../../../src/diagram/render.node.ts';
import { draw, flowchart } from './samples.ts';

/** Starting mermaid takes seconds on a busy machine; without this, the first test of a file would pay for it. */
export const STARTING = 60_000;

/** A worker that is warm before the first test and gone after the last. */
export function useRenderer(): void {
  beforeAll(async () => {
    await draw(flowchart('  a["A"]'));
  }, STARTING);
  afterAll(closeRenderer);
}
