import { client } from '../site/strings.ja.ts';

/** What each kind of copy button takes. Manifests: the text of `code` is exactly the bytes of the file. */
const sources: Record<string, (button: HTMLElement) => string> = {
  code: button => textIn(button, '.card', '.code code'),
  apply: button => applyCommand(button),
  commands: button => textIn(button, '.terminal', '.command'),
  new: button => textIn(button, '.erratum', 'ins code'),
};

/** Every button with `data-copy` copies, says so, and tells screen readers. */
export function startCopy(): void {
  document.addEventListener('click', event => {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-copy]') : null;
    const source = sources[button?.dataset['copy'] ?? ''];
    if (button && source) void copy(button, source(button));
  });
}

async function copy(button: HTMLElement, text: string): Promise<void> {
  const isCopied = await write(text);
  const message = isCopied ? client.copied : client.failed;
  const status = document.getElementById('_status');
  if (status) status.textContent = message;
  const word = button.dataset['word'] ?? button.textContent;
  button.dataset['word'] = word;
  if (isCopied) button.textContent = message;
  setTimeout(() => {
    button.textContent = word;
    if (status) status.textContent = '';
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

/** The address is made from the page's own, so that it is right on every host; a page on disk gets a heredoc. */
function applyCommand(button: HTMLElement): string {
  const { url = '', online = '', offline = '' } = button.dataset;
  const address = new URL(url, document.baseURI);
  return address.protocol === 'file:'
    ? offline.replace('{text}', () => textIn(button, '.card', '.code code'))
    : online.replace('{url}', address.href);
}

/** Lines of the matching elements of the block. No line feed is added at the end: a pasted command waits for Enter. */
function textIn(button: Element, block: string, selector: string): string {
  const found = button.closest(block)?.querySelectorAll(selector) ?? [];
  return [...found].map(element => element.textContent).join('\n');
}
