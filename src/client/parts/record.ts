import './style.ts';

/** Opens a manifest's record below its line, and closes it: the ledger's own entry, so that both say the same. */
export function start(link: HTMLElement): void {
  const foot = link.closest('.card-foot');
  const open = foot?.querySelector<HTMLElement>('.entry-record');
  if (open) {
    open.hidden = !open.hidden;
    link.setAttribute('aria-expanded', String(!open.hidden));
    return;
  }
  const { href } = link as HTMLAnchorElement;
  const id = decodeURIComponent(new URL(href).hash.slice(1));
  const leave = () => location.assign(href);
  const request = new XMLHttpRequest();
  request.open('GET', href);
  request.responseType = 'document';
  request.onerror = leave;
  request.onload = () => {
    const entry: Document | null = request.response;
    const record = entry?.getElementById(id)?.querySelector('dl');
    if (!foot || !record) return leave();
    const panel = document.createElement('div');
    panel.className = 'entry-record ledger';
    panel.append(document.adoptNode(record));
    foot.append(panel);
    link.setAttribute('aria-expanded', 'true');
  };
  request.send();
}
