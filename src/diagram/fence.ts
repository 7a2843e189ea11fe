import type { Code } from 'mdast';
import { fillFields } from './bound/fill.ts';
import type { Finding } from './finding.ts';
import { readTopology } from './topology/fence.ts';

/** The text of every manifest, by its path under `manifests/`. */
export type Manifests = ReadonlyMap<string, string>;

/** A fence of an MDX file: ```` ```lang meta ````, then the body. */
export interface Fence {
  lang: 'mermaid' | 'topology';
  meta: string;
  body: string;
}

/** What mermaid gets, or why there is nothing to draw; lines count from the line of the fence, which is 0. */
export type FenceSource =
  | { source: string; findings?: never }
  | { findings: readonly Finding[]; source?: never };

/** The diagram of a code block of Markdown; undefined for other code. */
export function fenceOf({ lang, meta, value }: Pick<Code, 'lang' | 'meta' | 'value'>): Fence | undefined {
  return lang === 'mermaid' || lang === 'topology' ? { lang, meta: meta ?? '', body: value } : undefined;
}

/** The Mermaid source of a fence, with everything in it that comes from manifests. */
export function readFence({ lang, meta, body }: Fence, manifests: Manifests): FenceSource {
  return lang === 'topology' ? readTopology(meta, body, manifests) : fillFields(meta, body, manifests);
}
