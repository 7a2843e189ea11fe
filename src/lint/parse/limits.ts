/** Bounds that keep hostile text cheap: what is beyond them is one finding, `yaml/limit`. */
export interface Limits {
  /** UTF-16 code units of one text. */
  characters: number;
  documents: number;
  /** Levels of nesting. */
  depth: number;
  /** Maps, lists and scalars of one text. */
  nodes: number;
  /** Nodes that aliases and merge keys stand for, in one document. */
  aliasNodes: number;
  /** Findings of one text. */
  findings: number;
}

/** For the build and the command line. */
export const buildLimits: Limits = {
  characters: 1024 * 1024,
  documents: 200,
  depth: 100,
  nodes: 50_000,
  aliasNodes: 10_000,
  findings: 200,
};

/** For text pasted into a page; the Worker that runs it is ended after some seconds besides. */
export const browserLimits: Limits = { ...buildLimits, characters: 256 * 1024 };
