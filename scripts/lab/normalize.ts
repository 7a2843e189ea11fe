// Makes two recordings of the same session equal: ages, random name suffixes, addresses and ids become
// fixed values, chosen by order of appearance, and kubectl's tables are aligned again afterwards.

/** Letters that kubectl uses for random suffixes (k8s.io/apimachinery/pkg/util/rand). */
const alphabet = 'bcdfghjklmnpqrstvwxz2456789';
const suffixes = (
  'x7k2p m4zqd c9wtl h2bvr n6sjf q5gxk t8dmc v4plz w2rhb z6ncj ' +
  'b8twk d5hxq f9ncr g4vzm j7ptl k2sdb l6rgh p9wfz r4cjn s8mvt'
).split(' ');

const podSuffix = new RegExp(
  `(-(?:[${alphabet}]{8,10}|[0-9a-f]{8,10})?-?)([${alphabet}]{5})(?![a-z0-9-])`,
  'g',
);
/** A CronJob names its Jobs after the scheduled minute, counted since 1970. */
const scheduledMinute = /-((?:29|3\d)\d{6})(?=-|$)/;
const age = /^(?:\d+[dhms]){1,3}$/;
const restarted = /^(\d+) \((?:\d+[dhms]){1,3} ago\)$/;
const podAddress = /\b10\.244\.\d+\.\d+\b/g;
const serviceAddress = /\b10\.96\.\d+\.\d+\b/g;
const keptServiceAddresses = new Set(['10.96.0.1', '10.96.0.10']);
const addressList = /\b10\.244\.0\.\d+(:\d+)?(?:,10\.244\.0\.\d+\1)+/g;
const addressAnswer = /^(Address(?: \d+)?:\s+)10\.244\.0\.\d+$/;
/** A line of `kubectl logs --prefix`: `[pod/NAME/CONTAINER] words`. */
const podLog = /^\[pod\/[^\]]+\] (.+)$/;
/** Node ports that the API server picked; the ones people pick stand in the lower band, 30000 to 30085. */
const nodePort = /(\b\d+:)(3[0-2]\d{3})(?=\/(?:TCP|UDP))|(^NodePort:\s+\S+\s+)(3[0-2]\d{3})(?=\/)/g;
const keptNodePorts = new Set(['30443']);
const uid = /\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/g;

/** Time and process id at the start of a line that Go programs of Kubernetes log: `I1121 13:27:26.104181    7362 file.go`. */
const klogTime = /\b([IWEF])\d{4} \d\d:\d\d:\d\d\.\d{6} +\d+ /g;
/** Time in a web server's access log: `[21/Nov/2026:13:27:24 +0000]`. */
const accessLogTime = /\[\d\d\/[A-Z][a-z]{2}\/\d{4}:\d\d:\d\d:\d\d [+-]\d{4}\]/g;
const monthNames = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** Replaces what differs from run to run. One normalizer serves one chapter, so a name keeps its new form in every session. */
export type Normalizer = (output: string) => string;

/**
 * @param names Names (without random suffix) of objects whose Pods get random suffixes: only words that start with one of them are touched.
 * @param date ISO date that stands for every time stamp of the run.
 */
export function createNormalizer(names: readonly string[], date: string): Normalizer {
  const seen = new Map<string, string>();
  const [year, month, day] = date.split('-');
  const once = (key: string, make: (index: number) => string, kind: string) => {
    const known = seen.get(kind + key);
    if (known) return known;
    const index = [...seen.keys()].filter(k => k.startsWith(kind)).length;
    const value = make(index);
    seen.set(kind + key, value);
    return value;
  };
  const firstMinute = Date.parse(date) / 60_000;
  const suffix = (index: number) => suffixes[index] ?? `p${String(index).padStart(4, '0')}`;

  const words = (line: string) =>
    line
      .replace(
        new RegExp(`\\b(?:${names.map(escapeRegExp).join('|') || '(?!)'})-[a-z0-9-]*[a-z0-9]`, 'g'),
        name =>
          name
            .replace(
              scheduledMinute,
              (_, minute: string) => `-${once(minute, i => `${firstMinute + i}`, 'minute ')}`,
            )
            .replace(podSuffix, (_, stem: string, random: string) => stem + once(random, suffix, 'pod ')),
      )
      .replace(podAddress, ip => once(ip, i => `10.244.0.${i + 11}`, 'ip '))
      .replace(serviceAddress, ip =>
        keptServiceAddresses.has(ip) ? ip : once(ip, i => `10.96.0.${i + 101}`, 'svc '),
      )
      .replace(addressList, list => list.split(',').sort(byNumber).join(','))
      .replace(nodePort, (text, before = '', a = '', label = '', b = '') =>
        Number(a || b) < 30086 || keptNodePorts.has(a || b)
          ? text
          : before + label + once(a || b, i => `${31001 + i}`, 'port '),
      )
      .replace(/(Failed to connect to \S+ port \d+ after) \d+ ms/, '$1 0 ms')
      .replace(klogTime, (_, level: string) => `${level}${month}${day} 00:00:00.000000       1 `)
      .replace(accessLogTime, `[${day}/${monthNames[Number(month) - 1]}/${year}:00:00:00 +0000]`)
      .replace(/^bash: line \d+: /, 'bash: ')
      .replace(uid, id => once(id, i => `00000000-0000-4000-8000-${String(i + 1).padStart(12, '0')}`, 'uid '))
      .replace(/\b20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)/g, `${date}T00:00:00Z`)
      .replace(
        /\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d [A-Z][a-z]{2} 20\d\d \d\d:\d\d:\d\d (?:GMT|UTC|[+-]\d{4})/g,
        `${date}`,
      );

  return output => {
    const [warnings = ''] = /^(?:Warning: .*\n)*/.exec(output) ?? [];
    const rest = output.slice(warnings.length);
    if (rest.includes('\n') && isTable(rest)) return warnings + table(rest, words);
    // nslookup puts one or two blank lines between its answers, by chance.
    return sortAnswers(
      output
        .replace(/\n{3,}/g, '\n\n')
        .split('\n')
        .map(words),
    ).join('\n');
  };
}

const byNumber = (a: string, b: string) => a.localeCompare(b, 'en', { numeric: true });

/** A DNS server may list the addresses of one name in any order; so does kubectl with what several Pods have logged alike. */
function sortAnswers(lines: string[]): string[] {
  const isAnyOrder = (line: string, index: number) =>
    addressAnswer.test(line) ||
    [lines[index - 1], lines[index + 1]].some(other => isLoggedAlike(line, other));
  const answers = lines.filter(isAnyOrder).sort(byNumber);
  return lines.map((line, index) => (isAnyOrder(line, index) ? (answers.shift() ?? line) : line));
}

function isLoggedAlike(line: string, other = ''): boolean {
  const [, words] = podLog.exec(line) ?? [];
  return words !== undefined && words === podLog.exec(other)?.[1];
}

const escapeRegExp = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A kubectl table: the first line is upper-case column titles. */
function isTable(output: string): boolean {
  const head = output.split('\n', 1)[0] ?? '';
  return /^[A-Z][A-Z0-9()/%-]*(?: ?[A-Z0-9()/%-]+)*(?: {2,}[A-Z].*)+$/.test(head.trimEnd());
}

/** Rewrites cells, then pads every column to its widest cell and three blanks, as kubectl does. Blank lines start a new table. */
function table(output: string, rewrite: (text: string) => string): string {
  return output
    .split(/\n{2,}/)
    .map(block => {
      const rows = split(block.split('\n'));
      const titles = rows[0] ?? [];
      const cells = rows.map((row, index) =>
        row.map((cell, column) => {
          // A Job's DURATION is its age until it is complete.
          if (
            index > 0 &&
            ['AGE', 'DURATION', 'LAST SCHEDULE'].includes(titles[column] ?? '') &&
            age.test(cell)
          )
            return '30s';
          if (index > 0 && titles[column] === 'RESTARTS') return cell.replace(restarted, '$1 (10s ago)');
          return rewrite(cell);
        }),
      );
      const widths = titles.map((_, column) => Math.max(...cells.map(row => row[column]?.length ?? 0)));
      return cells
        .map(row =>
          row
            .map((cell, column) => (column < row.length - 1 ? cell.padEnd((widths[column] ?? 0) + 3) : cell))
            .join(''),
        )
        .join('\n');
    })
    .join('\n\n');
}

/** Cells by the blanks between them, or by the positions of the titles where a row has an empty cell. */
function split(lines: readonly string[]): string[][] {
  const starts = [...(lines[0] ?? '').matchAll(/(?<=^| {2})\S/g)].map(match => match.index);
  return lines.map(line => {
    const cells = line.split(/ {2,}/);
    const empty =
      cells.length < starts.length && starts.every(start => start === 0 || line[start - 1] === ' ');
    return empty ? starts.map((start, column) => line.slice(start, starts[column + 1]).trimEnd()) : cells;
  });
}
