/**
 * Says in the name of each control which file, session or correction it belongs to: 「コピー services/clusterip.yaml」. The
 * markup leaves that out: the same words in every control would weigh more than this, and without scripts no control
 * works but the link to the file, which has the file's name.
 */
export function startLabels(): void {
  for (const block of document.querySelectorAll<HTMLElement>('.card, .terminal, .erratum')) {
    const name = block.querySelector('.path, .title, b')?.textContent ?? '';
    block.role = 'group';
    block.ariaLabel = name;
    for (const control of block.querySelectorAll('.button'))
      control.ariaLabel = `${control.ariaLabel ?? control.textContent} ${name}`;
    for (const code of block.querySelectorAll('pre')) {
      code.role = 'group';
      code.ariaLabel = name;
    }
  }
}
