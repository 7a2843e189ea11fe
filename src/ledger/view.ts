import type { ManifestRecord } from '../schemas/ledger.ts';
import type { ManifestFile } from '../schemas/manifest.ts';
import { ledger as words } from '../site/strings.ja.ts';

/** What a card says about a manifest's record in one line. */
export interface RecordLine {
  /** Patch releases that accepted the file, oldest first. */
  accepted: string[];
  rejected: string[];
  /** Other programs that read the file without an error: `kind 0.33.0`. */
  programs: string[];
  /** The latest day on which a server was asked. */
  date: string;
}

/** The record in one line; none when there is none, or when it is about other bytes. */
export function recordLine(sha256: string, record: ManifestRecord | undefined): RecordLine | undefined {
  if (!record || record.sha256 !== sha256) return undefined;
  const servers = Object.entries(record.servers);
  const of = (verdict: string) =>
    servers.filter(([, server]) => server.verdict === verdict).map(([version]) => version);
  const dates = [
    ...servers.map(([, { date }]) => date),
    ...Object.values(record.loaders ?? {}).map(({ date }) => date),
  ];
  const date = dates.sort().at(-1);
  const programs = Object.entries(record.loaders ?? {}).filter(([, { verdict }]) => verdict === 'accept');
  return date
    ? { accepted: of('accept'), rejected: of('reject'), programs: programs.map(([name]) => name), date }
    : undefined;
}

/** What one judge said to a manifest. */
export interface Answer {
  /** Patch release of an API server, or the name of another program: `kind 0.33.0`. */
  by: string;
  isServer: boolean;
  verdict: 'accept' | 'reject';
  words?: string | undefined;
  warnings: readonly string[];
}

/** The answer of the newest API server; of the file's own program where no API server judges it. */
export function newestAnswer(record: ManifestRecord | undefined): Answer | undefined {
  const byVersion = (a: string, b: string) => a.localeCompare(b, 'en', { numeric: true });
  const version = Object.keys(record?.servers ?? {})
    .sort(byVersion)
    .at(-1);
  const server = version === undefined ? undefined : record?.servers[version];
  if (version !== undefined && server) return { by: version, isServer: true, ...server };
  const [loader] = Object.entries(record?.loaders ?? {});
  return loader && { by: loader[0], isServer: false, warnings: [], ...loader[1] };
}

/** `{"manifests": {path: …}}` as `/ledger/index.json` publishes it, sorted by path. */
export function ledgerIndex(
  files: readonly Pick<ManifestFile, 'path' | 'set' | 'entry'>[],
  records: ReadonlyMap<string, ManifestRecord>,
) {
  const entries = files
    .map(file => [file, records.get(file.path)] as const)
    .sort(([a], [b]) => (a.path < b.path ? -1 : 1))
    .flatMap(([{ path, set, entry }, record]) => {
      if (!record) return [];
      const servers = Object.entries(record.servers).map(([version, server]) => [
        version,
        { ...server, condition: server.node?.condition ?? server.condition },
      ]);
      const isWrong = set === 'legacy' || entry.expect !== undefined || entry.refused !== undefined;
      const answers = [...Object.values(record.servers), ...Object.values(record.loaders ?? {})];
      const isRefused = answers.some(({ verdict }) => verdict === 'reject');
      const [loader] = Object.keys(record.loaders ?? {});
      const unverifiable = entry.unverifiable ?? (loader && words.loader(loader));
      const value = {
        ...record,
        servers: Object.fromEntries(servers),
        ...(isWrong && { expect: isRefused ? 'reject' : 'lint' }),
        ...(unverifiable && { unverifiable }),
      };
      return [[path, value] as const];
    });
  return { manifests: Object.fromEntries(entries) };
}
