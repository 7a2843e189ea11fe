import data from '../data/resources.json' with { type: 'json' };
import { type KindFacts, kindFacts } from '../lint/facts.ts';
import { type Resource, resources } from '../schemas/resource.ts';

export type ResourceRow = Resource & KindFacts;

export interface ResourcePart {
  title: string;
  rows: ResourceRow[];
}

/** The kinds that a reader meets, in groups, with what a server of the newest known minor says of them. */
export function resourceParts(): ResourcePart[] {
  return resources.parse(data).parts.map(part => ({
    title: part.title,
    rows: part.resources.map(row => ({
      ...row,
      ...(kindFacts(row.apiVersion, row.kind) ?? { namespaced: true, shortNames: [] }),
    })),
  }));
}
