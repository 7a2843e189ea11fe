/** What a worker is asked for. `id` becomes the prefix of every id in the SVG. */
export interface RenderRequest {
  ticket: number;
  id: string;
  source: string;
  title: string;
  description: string;
}

/** A finished picture. */
export interface Picture {
  /** The whole `<svg>` element. */
  svg: string;
  /** Size in the units of the picture. */
  width: number;
  height: number;
}

/** What mermaid says when it cannot draw. */
export interface Refusal {
  message: string;
  /** Line in the text mermaid was given, counted from 1, when it knows. */
  line?: number;
  /** The token the parser stopped at. */
  token?: string;
}

/** What a worker answers. */
export type RenderReply =
  | { ticket: number; picture: Picture; refusal?: never }
  | { ticket: number; refusal: Refusal; picture?: never };
