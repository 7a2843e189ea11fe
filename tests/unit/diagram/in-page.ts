/** Checks that run inside a page. Each is sent there as its own source, so each is self-contained. */

/** Labels stay in their boxes and nothing leaves the picture. */
export function checkFit(): string[] {
  const problems: string[] = [];
  for (const svg of document.querySelectorAll<SVGSVGElement>('.diagram svg')) {
    const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
    const picture = svg.getBoundingClientRect();
    for (const text of svg.querySelectorAll('text')) {
      const ink = text.getBoundingClientRect();
      const name = `${svg.closest('figure')?.id} 「${text.textContent}」`;
      if (ink.left < picture.left - 0.5 || ink.right > picture.right + 0.5)
        problems.push(`${name} leaves the picture`);
      const before = text.previousElementSibling;
      const isParticipant = before?.matches('rect.actor, rect.note, text') && !text.classList.length;
      const box =
        text.closest('.node')?.querySelector(':scope > :not(text)') ?? (isParticipant ? before : null);
      if (!box || box.localName === 'text') continue;
      const frame = box.getBoundingClientRect();
      const slack = Math.min(ink.left - frame.left, frame.right - ink.right) / scale;
      if (slack < 2) problems.push(`${name} has ${slack.toFixed(1)} units beside it`);
      if (Math.min(ink.top - frame.top, frame.bottom - ink.bottom) / scale < -1)
        problems.push(`${name} is too high for its box`);
    }
    const nodes = [...svg.querySelectorAll('.node')].map(node => node.getBoundingClientRect());
    for (const [i, a] of nodes.entries()) {
      for (const b of nodes.slice(i + 1)) {
        const overlaps =
          a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
        if (overlaps) problems.push(`${svg.closest('figure')?.id}: two boxes overlap`);
      }
    }
  }
  return problems;
}

/** Text at 12 px or more, in a box that scrolls, on a page that does not. */
export function checkSizes(): string[] {
  const problems: string[] = [];
  if (document.documentElement.scrollWidth > innerWidth) problems.push('the page scrolls sideways');
  for (const svg of document.querySelectorAll<SVGSVGElement>('.diagram svg')) {
    const size = (16 * svg.getBoundingClientRect().width) / svg.viewBox.baseVal.width;
    const box = svg.parentElement;
    if (size < 12 || size > 16)
      problems.push(`${svg.closest('figure')?.id} has text of ${size.toFixed(1)} px`);
    if (!box || (svg.getBoundingClientRect().width > box.clientWidth && box.scrollWidth <= box.clientWidth)) {
      problems.push(`${svg.closest('figure')?.id} is cut off`);
    }
  }
  return problems;
}

/** Text 4.5:1 on what is behind it; lines and borders 3:1. */
export function checkContrast(): string[] {
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const rgb = (color: string): number[] => {
    if (!canvas) return [0, 0, 0];
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = color;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data.slice(0, 3)];
  };
  const luminance = (color: string) => {
    const [r = 0, g = 0, b = 0] = rgb(color).map(value => {
      const part = value / 255;
      return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ratio = (a: string, b: string) => {
    const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
    return (high + 0.05) / (low + 0.05);
  };
  const isClear = (color: string) =>
    color === 'none' || color === 'transparent' || color === 'rgba(0, 0, 0, 0)';
  const ground = (element: Element | null): string => {
    for (let at = element; at; at = at.parentElement) {
      const color = getComputedStyle(at).backgroundColor;
      if (!isClear(color)) return color;
    }
    return 'Canvas';
  };
  const problems: string[] = [];
  for (const svg of document.querySelectorAll('.diagram svg')) {
    const paper = ground(svg);
    const name = svg.closest('figure')?.id;
    for (const text of svg.querySelectorAll('text')) {
      const ink = text.getBoundingClientRect();
      const [x, y] = [ink.left + ink.width / 2, ink.top + ink.height / 2];
      let behind = paper;
      for (const shape of svg.querySelectorAll('rect, path, polygon, circle')) {
        if (shape.closest('marker') || shape.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_PRECEDING)
          continue;
        const box = shape.getBoundingClientRect();
        const { fill } = getComputedStyle(shape);
        if (!isClear(fill) && box.left <= x && x <= box.right && box.top <= y && y <= box.bottom)
          behind = fill;
      }
      const value = ratio(getComputedStyle(text).fill, behind);
      if (value < 4.5) problems.push(`${name} 「${text.textContent}」 has a contrast of ${value.toFixed(2)}`);
    }
    for (const line of svg.querySelectorAll(
      '.edge, .frame, .life, .group > rect, .node > :not(text), rect.actor',
    )) {
      const value = ratio(getComputedStyle(line).stroke, paper);
      if (value < 3)
        problems.push(
          `${name} ${line.getAttribute('class') ?? line.localName}: line contrast ${value.toFixed(2)}`,
        );
    }
  }
  return problems;
}
