import { getEntry } from 'astro:content';
import { type Answer, newestAnswer } from '../ledger/view.ts';
import type { Proof } from '../schemas/erratum.ts';
import type { Recording } from '../schemas/session.ts';
import { getRecords } from './records.ts';
import { erratum as words } from './strings.ja.ts';

/** One proof of an erratum in a line: what was tried, and the words of the machine that answered. */
export interface ProofLine {
  text: string;
  answer?: string;
}

/** What machines have said for an erratum: the old form's error, and the new form's success. */
export async function getProofs(proofs: readonly Proof[]): Promise<ProofLine[]> {
  const lines = await Promise.all(
    proofs.map(proof =>
      proof.by === 'lint' ? lintProof(proof) : proof.by === 'session' ? sessionProof(proof) : [],
    ),
  );
  const seen = new Set<string>();
  return lines.flat().filter(({ text, answer }) => {
    const line = `${text} ${answer}`;
    return !seen.has(line) && seen.add(line);
  });
}

async function lintProof({ rule, manifest, now }: Extract<Proof, { by: 'lint' }>): Promise<ProofLine[]> {
  const records = await getRecords();
  const old = newestAnswer(records.get(manifest));
  const fresh = newestAnswer(now === undefined ? undefined : records.get(now));
  const nameOf = ({ by, isServer }: Answer) => (isServer ? words.server(by) : by);
  return [
    ...(old?.verdict === 'reject'
      ? [{ text: words.refused(nameOf(old)), answer: firstReason(old.words ?? '') }]
      : [{ text: words.found(rule), ...(old?.warnings[0] && { answer: old.warnings[0] }) }]),
    ...(now !== undefined && fresh?.verdict === 'accept'
      ? [{ text: words.accepted(nameOf(fresh), now) }]
      : []),
  ];
}

async function sessionProof({ session }: Extract<Proof, { by: 'session' }>): Promise<ProofLine[]> {
  const [slug = '', name = ''] = session.split('/');
  const title = (await getEntry('sessions', slug))?.data.sessions.find(({ id }) => id === name)?.title;
  const record = (await getEntry('recordings', slug))?.data.sessions[name];
  if (!title || !record) return [];
  const answer = firstError(record.steps);
  return [{ text: words.tried(title, record.k8s), ...(answer && { answer }) }];
}

/** The first line of the first command that failed. */
function firstError(steps: Recording['sessions'][string]['steps']): string | undefined {
  const failed = steps.find(({ exit, output }) => exit !== 0 && output);
  return failed && firstReason(failed.output);
}

/** A server's refusal without the file's name, which stands above it. */
function firstReason(reason: string): string {
  const [line = '', next = ''] = reason.split('\n');
  const whole = line.endsWith(':') ? `${line} ${next.trim()}` : line;
  return shorten(whole.replace(/^error: /, '').replace(/^.* from "[^"]+": /, ''));
}

const shorten = (text: string) => (text.length > 160 ? `${text.slice(0, 159)}…` : text);
