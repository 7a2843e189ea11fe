/** A piece of a command; `file` is set when the piece is the path of a manifest that kubectl reads. */
export interface CommandPiece {
  text: string;
  file?: string;
}

const option = /(?<=^|\s)(?:-f|--filename)(?:=|\s+(?:\\\n\s*)?)(\S+)/g;

/**
 * Splits a command at the manifests after `-f`: on the page they are links, and copied from the web they become addresses.
 * Other commands (`cat services/clusterip.yaml`) cannot take an address, so their paths stay text.
 */
export function commandPieces(command: string, isManifest: (path: string) => boolean): CommandPiece[] {
  const pieces: CommandPiece[] = [];
  let at = 0;
  for (const match of command.matchAll(option)) {
    const value = match[1] ?? '';
    let start = match.index + match[0].length - value.length;
    for (const path of value.split(',')) {
      if (isManifest(path)) {
        if (start > at) pieces.push({ text: command.slice(at, start) });
        pieces.push({ text: path, file: path });
        at = start + path.length;
      }
      start += path.length + 1;
    }
  }
  if (at < command.length) pieces.push({ text: command.slice(at) });
  return pieces;
}
