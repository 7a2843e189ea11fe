import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { type Drawing, drawDiagram } from '../../../src/diagram/draw.node.ts';
import type { Manifests } from '../../../src/diagram/fence.ts';
import { topology } from '../../../src/diagram/topology/index.ts';
import { loadRegistry } from '../../../src/registry/load.node.ts';

export const fixtures = join(import.meta.dirname, '../../fixtures/diagram');

/** A stand-in for the project: `manifests/` and MDX files. */
export const project = join(fixtures, 'project');

export const samples = ['control-plane', 'cronjob', 'ingress', 'rolling-update', 'service-types'];

/** Source of a sample diagram. */
export function sample(name: string): string {
  return readFileSync(join(fixtures, `${name}.mmd`), 'utf8');
}

/** The manifests of the stand-in. */
export const manifests: Manifests = new Map(
  loadRegistry(project).files.map(({ path, text }) => [path, text]),
);

/** The parsed documents of a manifest. */
export function manifest(name: string): unknown[] {
  const text = readFileSync(join(project, 'manifests/shop', `${name}.yaml`), 'utf8');
  return parseAllDocuments(text).map(document => document.toJS() as unknown);
}

/** Source of every picture that the tests look at, by name. */
export function sources(): Map<string, string> {
  return new Map([
    ...samples.map(name => [name, sample(name)] as const),
    ...['app', 'broken'].map(
      name => [`topology-${name}`, topology(manifest(name), { title: '通販サイトの構成' }).source] as const,
    ),
  ]);
}

/** Draws something that must succeed. */
export async function draw(source: string, id = 'd0'): Promise<Drawing> {
  const { drawing, findings } = await drawDiagram(id, source);
  if (!drawing) throw new Error(JSON.stringify(findings));
  return drawing;
}

/** A flowchart around some lines. The first of them is line 4. */
export const flowchart = (...lines: string[]) =>
  ['flowchart TB', '  accTitle: 題', '  accDescr: 説明です。', ...lines, ''].join('\n');

/** A sequence diagram around some lines. The first of them is line 4. */
export const sequence = (...lines: string[]) =>
  flowchart(...lines).replace('flowchart TB', 'sequenceDiagram');
