import { nearest } from '../../near.ts';
import words from '../data/words.json' with { type: 'json' };
import type { Report } from '../finding.ts';
import type { Command } from '../shell/word.ts';
import type { CheckContext } from './context.ts';

/** A first word that is almost the name of a program the chapters use. */
export function checkProgram({ program }: Command, report: Report): void {
  const { text, bare } = program;
  if (!bare || !/^[a-z][\w.-]*$/i.test(text) || words.otherPrograms.includes(text)) return;
  const near = nearest(text, words.programs);
  if (near && near !== text) report('kubectl/program', program, 'program-unknown', { program: text, near });
}

/** `minikube addons enable` takes one name. */
export function checkAddons({ invocation, report }: CheckContext): void {
  const { program, node, plain, issues } = invocation;
  if (program.name !== 'minikube' || !/^addons (enable|disable)$/.test(node.path)) return;
  const extra = plain[1] ?? issues[0]?.typed;
  if (extra) report('command/addon', extra, 'addon-words', { word: extra.text });
}

/** `openssl passwd -crypt` only prints an error, and a pipeline around it still succeeds. */
export function checkOpenssl({ program, args }: Command, report: Report): void {
  if (program.text !== 'openssl' || args[0]?.text !== 'passwd') return;
  const crypt = args.find(({ text }) => text === '-crypt');
  if (crypt) report('command/openssl-crypt', crypt, 'openssl-crypt', {});
}
