import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../lib/run.ts';

/**
 * Names in a chapter's manifests and sessions, and in manifests of other chapters that its commands name, longest first:
 * only these get their random suffixes normalised.
 */
export function objectNames(chapter: string): string[] {
  const sessions = join(root, `src/content/sessions/${chapter}.yaml`);
  const folder = join(root, `manifests/${chapter}`);
  const commands = existsSync(sessions) ? readFileSync(sessions, 'utf8') : '';
  const named = [...commands.matchAll(/ -f ([a-z0-9-]+\/[a-z0-9/-]+\.yaml)/g)].map(match =>
    join(root, 'manifests', match[1] ?? ''),
  );
  const texts = [commands, ...named.filter(path => existsSync(path)).map(path => readFileSync(path, 'utf8'))];
  if (existsSync(folder))
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
      if (name.endsWith('.yaml')) texts.push(readFileSync(join(folder, name), 'utf8'));
  const names = texts.flatMap(text =>
    [...text.matchAll(/(?:^ +name:|create deployment) ([a-z0-9-]+)(?= |$)/gm)].map(match => match[1] ?? ''),
  );
  return [...new Set([...names, 'coredns', 'metrics-server', 'traefik', 'kube-proxy'])].sort(
    (a, b) => b.length - a.length,
  );
}
