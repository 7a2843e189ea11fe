import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { labHome } from './cache.ts';

/** Labs that were started and not stopped: `1.36.3`, `1.36.3-node`. */
export function labNames(): string[] {
  const runs = join(labHome(), 'run');
  return existsSync(runs) ? readdirSync(runs).sort() : [];
}
