/** Marks the section that is being read in the contents of the page, and names it in the bar on small screens. */
export function startSpy(): void {
  const bar = document.querySelector<HTMLDetailsElement>('.toc-bar');
  const here = document.querySelector('[data-here]');
  const links = [...document.querySelectorAll<HTMLAnchorElement>('.toc a')];
  const sections = [...document.querySelectorAll('.prose > :is(h2, h3)[id]')];
  if (!bar || sections.length === 0) return;

  bar.addEventListener('click', event => {
    if (event.target instanceof HTMLAnchorElement) bar.open = false;
  });

  const update = () => {
    const current = sections.findLast(section => section.getBoundingClientRect().top < innerHeight * 0.3);
    for (const link of links) {
      if (current && decodeURIComponent(link.hash) === `#${current.id}`) link.ariaCurrent = 'true';
      else link.removeAttribute('aria-current');
    }
    if (here) here.textContent = current?.textContent ?? '';
  };
  // Fires when a heading passes the line at 30 % of the screen, in either direction; the margin above the screen is as
  // high as any page, so that a jump over several headings counts too.
  const observer = new IntersectionObserver(update, { rootMargin: '999999px 0px -70% 0px' });
  for (const section of sections) observer.observe(section);
}
