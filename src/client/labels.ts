/**
 * Says in the name of each control which file, session or correction it belongs to: 「コピー services/clusterip.yaml」. The
 * markup leaves that out: the same words in every control would weigh more than this, and without scripts the name of
 * the block around them is enough.
 */
export function startLabels(): void {
  for (const block of document.querySelectorAll('.card, .terminal, .erratum')) {
    const name = block.ariaLabel ?? block.querySelector('p')?.textContent ?? '';
    for (const control of block.querySelectorAll('.button'))
      control.ariaLabel = `${control.ariaLabel ?? control.textContent} ${name}`;
    for (const code of block.querySelectorAll('pre')) {
      code.role = 'group';
      code.ariaLabel = name;
    }
  }
}
