/** A chapter as lists show it. */
export interface ChapterLink {
  slug: string;
  /** `|` marks a place where a long title may break. */
  title: string;
  number: number;
  errataCount: number;
}

/** A chapter with the sentence that says what it is about. */
export interface ChapterSummary extends ChapterLink {
  summary: string;
}

export interface Part<Item extends ChapterLink = ChapterLink> {
  title: string;
  chapters: readonly Item[];
}

export interface Heading {
  depth: number;
  slug: string;
  text: string;
}

/** A page that proves a statement. */
export interface SourceLink {
  title: string;
  url: string;
}

/** Where a recorded session was run. */
export interface RecordInfo {
  k8s: string;
  kubectl: string;
  date: string;
  lab: 'node' | 'simulated';
  substituted: Record<string, string>;
}
