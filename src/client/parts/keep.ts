import { createPanel } from '../offline-panel.ts';

/** The page about the offline copy shows its panel in place. */
export function start(place: HTMLElement): void {
  const panel = createPanel();
  place.replaceChildren(panel.element);
  void panel.refresh();
}
