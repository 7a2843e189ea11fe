import './style.ts';

/** A modal dialog with a close button. A press outside closes it; the browser gives the focus back. */
export function createDialog(className: string, name: string, closeWord: string): HTMLDialogElement {
  const dialog = document.createElement('dialog');
  dialog.className = className;
  dialog.ariaLabel = name;
  const close = document.createElement('button');
  close.type = 'button';
  close.className = 'tool';
  close.textContent = closeWord;
  close.addEventListener('click', () => dialog.close());
  dialog.addEventListener('click', event => {
    if (event.target === dialog) dialog.close();
  });
  dialog.append(close);
  document.body.append(dialog);
  return dialog;
}

/** A dialog with a heading and what belongs under it. */
export function createSheet(title: string, closeWord: string, ...content: Node[]): HTMLDialogElement {
  const sheet = createDialog('sheet', title, closeWord);
  sheet.append(createHeading(title), ...content);
  return sheet;
}

/** A heading inside a sheet. */
export function createHeading(text: string): HTMLHeadingElement {
  const heading = document.createElement('h2');
  heading.textContent = text;
  return heading;
}
