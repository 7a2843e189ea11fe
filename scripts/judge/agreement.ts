import type { Finding } from './engine.ts';
import type { Verdict } from './verdict.ts';

/** What a server said to an object. */
export interface Judged extends Verdict {
  kind: string;
  /** What to show when engine and server differ. */
  label: string;
}

/** Agreement of engine and server on one kind. */
export interface KindAgreement {
  kind: string;
  total: number;
  same: number;
  /** The server refuses, the engine does not. */
  missed: number;
  /** The engine refuses, the server does not. */
  falseAlarms: number;
  /** Refusals by both for which the server named fields, and those where a finding has one of them. */
  located: number;
  samePath: number;
}

/** Counts agreement per kind and lists every difference as one line. */
export function compare(
  judged: readonly Judged[],
  findings: ReadonlyMap<number, Finding[]>,
): { kinds: KindAgreement[]; differences: string[] } {
  const kinds = new Map<string, KindAgreement>();
  const differences: string[] = [];
  for (const [index, { kind, verdict, fields = [], message, label }] of judged.entries()) {
    const row = kinds.get(kind) ?? {
      kind,
      total: 0,
      same: 0,
      missed: 0,
      falseAlarms: 0,
      located: 0,
      samePath: 0,
    };
    kinds.set(kind, row);
    row.total++;
    const errors = (findings.get(index) ?? []).filter(({ level }) => level === 'error');
    const isRefused = verdict !== 'accept';
    if (isRefused === errors.length > 0) row.same++;
    else if (isRefused) row.missed++;
    else row.falseAlarms++;
    if (isRefused && errors.length === 0)
      differences.push(`missed       ${kind} ${label}\n             ${message}`);
    if (!isRefused && errors.length > 0)
      differences.push(
        `false alarm  ${kind} ${label}\n             ${errors[0]?.rule}: ${errors[0]?.message}`,
      );
    if (!isRefused || errors.length === 0 || fields.length === 0) continue;
    row.located++;
    const places = new Set(fields.map(spell));
    if (errors.some(({ path }) => path !== undefined && places.has(spell(path)))) row.samePath++;
  }
  return { kinds: [...kinds.values()].sort((a, b) => (a.kind < b.kind ? -1 : 1)), differences };
}

/** One spelling for a key of a map: the server writes `data[a.b]`, the engine `data["a.b"]` and `data.a`. */
function spell(path: string): string {
  return path.replace(/\["?([^\]"]*)"?\]/g, (all, key: string) => (/^\d+$/.test(key) ? all : `.${key}`));
}

/** A table of the agreement, one line a kind and a sum. */
export function formatAgreement(kinds: readonly KindAgreement[]): string {
  const sum = (field: Exclude<keyof KindAgreement, 'kind'>) =>
    kinds.reduce((total, row) => total + row[field], 0);
  const all: KindAgreement = {
    kind: 'all',
    total: sum('total'),
    same: sum('same'),
    missed: sum('missed'),
    falseAlarms: sum('falseAlarms'),
    located: sum('located'),
    samePath: sum('samePath'),
  };
  const percent = (part: number, whole: number) =>
    whole === 0 ? '-' : `${((100 * part) / whole).toFixed(2)} %`;
  const rows = [...kinds, all].map(row => [
    row.kind,
    String(row.total),
    percent(row.same, row.total),
    String(row.missed),
    String(row.falseAlarms),
    percent(row.samePath, row.located),
  ]);
  const table = [['kind', 'mutations', 'same verdict', 'missed', 'false alarms', 'same path'], ...rows];
  const widths = table[0]?.map((_, column) => Math.max(...table.map(row => row[column]?.length ?? 0))) ?? [];
  return table
    .map(row =>
      row
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('  '),
    )
    .join('\n');
}
