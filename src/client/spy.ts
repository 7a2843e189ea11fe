/** The section that is being read, for what is remembered about the page. */
export let section: Element | undefined;

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

  bar.addEventListener('keydown', event => {
    if (event.key === 'Escape') bar.open = false;
  });
  document.addEventListener('click', event => {
    if (event.target instanceof Node && !bar.contains(event.target)) bar.open = false;
  });

  const update = () => {
    section = sections.findLast(heading => heading.getBoundingClientRect().top < innerHeight * 0.3);
    for (const link of links) {
      if (section && link.hash === `#${section.id}`) link.ariaCurrent = 'true';
      else link.removeAttribute('aria-current');
    }
    if (here) here.textContent = section?.textContent ?? '';
  };
  // Fires when a heading passes the line at 30 % of the screen, in either direction; the margin above the screen is as
  // high as any page, so that a jump over several headings counts too.
  const observer = new IntersectionObserver(update, { rootMargin: '999999px 0px -70% 0px' });
  for (const heading of sections) observer.observe(heading);
}
