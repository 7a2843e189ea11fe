import { join } from 'node:path';
import { compare, type KindAgreement } from '../../../../scripts/judge/agreement.ts';
import { applyOperation, type Mutation } from '../../../../scripts/judge/operation.ts';
import { readDocuments, readLines } from '../../../../scripts/judge/read.ts';
import type { Verdict } from '../../../../scripts/judge/verdict.ts';
import { lintText } from '../../../../src/lint/index.ts';

const fixtures = join(import.meta.dirname, '../../../fixtures/apiserver');

type Line = Mutation & Verdict & { kind: string };

/** What a real server said to changed objects, beside what the engine says: per kind, and every difference. */
export function measure(mutations: string, bases: string): { kinds: KindAgreement[]; differences: string[] } {
  const objects = readDocuments(join(fixtures, bases));
  const lines = readLines<Line>(join(fixtures, mutations));
  const findings = new Map(
    lines.map(({ base, op }, index) => {
      const text = JSON.stringify(applyOperation(objects[base] ?? {}, op));
      return [index, lintText(text, { file: 'object.json', k8s: '1.36', locale: 'en' }).findings];
    }),
  );
  const judged = lines.map(line => ({
    ...line,
    message: line.message ?? '',
    label: `#${line.base} ${JSON.stringify(line.op).slice(0, 220)}`,
  }));
  return compare(judged, findings);
}

interface ByMinor extends Mutation {
  line: number;
  kind: string;
  verdicts: Record<string, Verdict['verdict']>;
}

/** Mutations on which minors differ: those that the engine judges otherwise than a server of the minor. */
export function measureMinors(): { total: number; wrong: string[] } {
  const bases = readDocuments(join(fixtures, 'bases.yaml'));
  const lines = readLines<Line>(join(fixtures, 'mutations.jsonl.gz'));
  const judged = readLines<ByMinor>(join(fixtures, 'by-minor.jsonl'));
  const wrong: string[] = [];
  for (const { line, kind, verdicts } of judged) {
    const mutation = lines[line - 1];
    if (!mutation) throw new Error(`by-minor.jsonl speaks of line ${line}, which is not there`);
    const text = JSON.stringify(applyOperation(bases[mutation.base] ?? {}, mutation.op));
    for (const [minor, verdict] of Object.entries(verdicts)) {
      const { findings } = lintText(text, { file: 'object.json', k8s: minor });
      const isRefused = findings.some(({ level }) => level === 'error');
      if (isRefused !== (verdict === 'reject'))
        wrong.push(`${minor} ${verdict} ${kind} ${JSON.stringify(mutation.op)}`);
    }
  }
  return { total: judged.length, wrong };
}
