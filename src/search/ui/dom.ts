import type { Piece } from '../core/excerpt.ts';

/** A new element with a class, and what it holds. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  className: string,
  ...content: (string | Node)[]
): HTMLElementTagNameMap[K] {
  const node = document.createElement(name);
  if (className) node.className = className;
  node.append(...content);
  return node;
}

/** Text with its matches as `<mark>`: always text, never HTML from the index. */
export function marked(pieces: readonly Piece[]): (string | Node)[] {
  return pieces.map(({ text, isMatch }) => (isMatch ? element('mark', '', text) : text));
}

/** True for key presses that belong to an IME: the Enter that confirms a conversion must not open a result. */
export function isComposing(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === 229;
}
