import { type ApplyCommand, kubectlApply } from '../registry/apply-command.ts';
import { client } from '../site/strings.ja.ts';
import { announce } from './announce.ts';

/** Where a page from disk (`file://`) is read, no address of it can be fetched by kubectl. */
const isOnline = location.protocol !== 'file:';

/** What each kind of copy button takes. Manifests: the text of `code` is exactly the bytes of the file. */
const sources: Record<string, (button: HTMLElement) => string> = {
  code: button => fileText(button),
  part: button => partText(button),
  apply: button => (isOnline ? forUse(button).online.replace('{url}', addressOf(button)) : heredoc(button)),
  heredoc,
  commands: button => [...elements(button, '.terminal', '.command')].map(commandText).join('\n'),
  new: button => [...elements(button, '.erratum', 'ins code')].map(code => code.textContent).join('\n'),
  link: button => new URL((button as HTMLAnchorElement).href).href,
};

/** Every control with `data-copy` copies, says so, and tells screen readers. A link still goes where it leads. */
export function startCopy(): void {
  document.addEventListener('click', event => {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-copy]') : null;
    const source = sources[button?.dataset['copy'] ?? ''];
    if (button && source) void copy(button, source(button));
  });
}

async function copy(button: HTMLElement, text: string): Promise<void> {
  const isCopied = await write(text);
  const hasAddress = isOnline && elements(button, '.terminal', '.command a').length > 0;
  announce(isCopied ? (hasAddress ? client.copiedWithUrl : client.copied) : client.failed);
  if (!isCopied) return;
  if (button instanceof HTMLAnchorElement) {
    button.dataset['copied'] = client.copied;
    setTimeout(() => delete button.dataset['copied'], 2000);
    return;
  }
  button.dataset['word'] ??= button.textContent;
  button.textContent = client.copied;
  setTimeout(() => {
    button.textContent = button.dataset['word'] ?? '';
  }, 2000);
}

async function write(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return writeWithoutApi(text);
  }
}

/** Plain http on another machine has no clipboard API. */
function writeWithoutApi(text: string): boolean {
  const area = document.createElement('textarea');
  area.value = text;
  area.className = 'hidden-text';
  const focused = document.activeElement;
  document.body.append(area);
  area.select();
  const isCopied = document.execCommand('copy');
  area.remove();
  if (focused instanceof HTMLElement) focused.focus();
  return isCopied;
}

/** The bytes of the card's file. In a comparison, the lines that were taken out are not part of the new file. */
function fileText(button: HTMLElement): string {
  const [code] = elements(button, '.card', '.code code');
  const nodes = [...(code?.childNodes ?? [])];
  const isOld = (node: ChildNode) => node instanceof Element && node.matches('.del');
  return nodes.map(node => (isOld(node) ? '' : node.textContent)).join('');
}

/** One object of a file: `data-lines` is `first-last`, counted from 1. */
function partText(button: HTMLElement): string {
  const [first = 1, last = 1] = (button.dataset['lines'] ?? '').split('-').map(Number);
  return `${fileText(button)
    .split('\n')
    .slice(first - 1, last)
    .join('\n')}\n`;
}

function heredoc(button: HTMLElement): string {
  return forUse(button).offline.replace('{text}', () => fileText(button));
}

/** The command of the card's file, where the markup does not say: `kubectl apply`. */
function forUse(button: HTMLElement): ApplyCommand {
  const [apply] = elements(button, '.card', '[data-copy=apply]');
  return { ...kubectlApply, ...(apply instanceof HTMLElement && apply.dataset) };
}

/** The address of the card's file as this host serves it. */
function addressOf(button: HTMLElement): string {
  const [link] = elements(button, '.card', 'a[download]');
  return link instanceof HTMLAnchorElement ? link.href : '';
}

/** Paths of manifests in a command are links; online they become addresses, so that the command works in any folder. */
function commandText(command: Element): string {
  const nodes = [...command.childNodes];
  return nodes
    .map(node => (isOnline && node instanceof HTMLAnchorElement ? node.href : node.textContent))
    .join('');
}

function elements(button: Element, block: string, selector: string): ArrayLike<Element> & Iterable<Element> {
  return button.closest(block)?.querySelectorAll(selector) ?? [];
}
