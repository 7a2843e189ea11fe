import { findAll, normalizeWithOrigin } from '../../search/core/excerpt.ts';
import { searchResults as words } from '../../site/strings.parts.ja.ts';
import './style.ts';

const name = 'found';
const most = 200;

/**
 * Marks what the reader searched for, in the section that was opened, and brings the first mark into view when it is
 * further down. Marks are painted (CSS Custom Highlight API): the page itself does not change.
 */
export function start(needles: readonly string[]): void {
  if (!('highlights' in CSS)) return;
  const ranges = sectionTexts()
    .flatMap(node => rangesIn(node, needles))
    .slice(0, most);
  const [first] = ranges;
  if (!first) return;
  CSS.highlights.set(name, new Highlight(...ranges));
  const { top } = first.getBoundingClientRect();
  if (top > innerHeight) first.startContainer.parentElement?.scrollIntoView({ block: 'center' });
  const bar = document.createElement('p');
  bar.className = 'found-bar';
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'button';
  button.textContent = words.clearMarks;
  bar.append(words.marks, button);
  document.body.append(bar);
  const clear = () => {
    CSS.highlights.delete(name);
    bar.remove();
    removeEventListener('keydown', onKey);
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.isComposing && !document.querySelector('dialog[open]')) clear();
  };
  button.addEventListener('click', clear);
  addEventListener('keydown', onKey);
}

/** Text from the opened heading to the next one; of the whole page when no section was opened. */
function sectionTexts(): Text[] {
  const main = document.getElementById('_main');
  const id = decodeURIComponent(location.hash.slice(1));
  const target = id ? document.getElementById(id) : null;
  if (!main) return [];
  const isHeading = target?.matches('h2, h3') ?? false;
  const texts: Text[] = [];
  const walker = document.createTreeWalker(target && !isHeading ? target : main, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!element || element.closest('svg, button, nav, .hidden-text')) continue;
    if (isHeading && target) {
      if (
        !target.contains(node) &&
        !(target.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING)
      )
        continue;
      if (!target.contains(node) && element.closest('h2[id], h3[id]')) break;
    }
    texts.push(node as Text);
  }
  return texts;
}

function rangesIn(node: Text, needles: readonly string[]): Range[] {
  const { plain, origin } = normalizeWithOrigin(node.data);
  return findAll(plain, needles).map(({ at, length }) => {
    const range = document.createRange();
    range.setStart(node, origin[at] ?? 0);
    range.setEnd(node, origin[at + length] ?? node.data.length);
    return range;
  });
}
