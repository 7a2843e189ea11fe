import { resourceParts } from '../registry/resources.ts';
import type { Erratum } from '../schemas/erratum.ts';
import { minorRange, resourceTable, terminal, erratum as words } from '../site/strings.ja.ts';
import { fence, quote } from './render.ts';

/** A terminal session as text: `$` before each command, then what was printed. */
export function sessionText(
  title: string,
  steps: readonly { run: string; output?: string | undefined }[],
  record: { k8s: string; kubectl: string; date: string } | undefined,
): string {
  const lines = steps.map(({ run, output }) => [`$ ${run}`, ...(output ? [output.replace(/\n$/, '')] : [])]);
  const facts = record ? `（${record.date}、${terminal.recorded(record.k8s, record.kubectl)}）` : '';
  return `**${title}**${facts}\n\n${fence('console', lines.flat().join('\n'))}`;
}

/** An erratum as a quotation: old, new, why, since when, and the proof. */
export function erratumText(
  id: string,
  { title, old, now, reason, since }: Erratum,
  sources: readonly { title: string; url: string }[],
): string {
  const form = (name: string, { as, text }: Erratum['old']) =>
    as === 'prose' ? `${name}：${text.trim()}` : `${name}：\n\n${fence(as === 'yaml' ? 'yaml' : 'sh', text)}`;
  const proof = sources.map(source => `[${source.title}](${source.url})`).join('、');
  return quote(
    [
      `**正誤 ${id.toUpperCase()}：${title}**`,
      form(words.old, old),
      form(words.now, now),
      reason.trim(),
      `${words.since}：${since}`,
      `${words.sources}：${proof}`,
    ].join('\n\n'),
  );
}

/** What stands above a chapter's text. */
export function headText(chapter: {
  number: number;
  title: string;
  summary: string;
  updated: string;
  versions: readonly string[];
  goals: readonly string[];
}): string {
  const { number, title, summary, updated, versions, goals } = chapter;
  return [
    `# ${number}. ${title}`,
    summary,
    `対象：Kubernetes ${minorRange(versions)}、最終更新：${updated}`,
    `この章でできること：\n\n${goals.map(goal => `- ${goal}`).join('\n')}`,
  ].join('\n\n');
}

/** The resource table, a Markdown table for each group. */
export function resourceText(address: (path: string) => string): string {
  const { kind, facts, scopes } = resourceTable;
  const place = (at: string) => address(`/${at.includes('#') ? at.replace('#', '/#') : `${at}/`}`);
  const code = (text: string) => `\`${text}\``;
  const tables = resourceParts().map(({ title, rows }) =>
    [
      `**${title}**\n`,
      `| ${kind} | ${facts} |`,
      '|---|---|',
      ...rows.map(row => {
        const name = [`[${row.kind}](${place(row.at)})`, ...row.shortNames.map(code)].join(' ');
        return `| ${name} | ${row.ja}。${code(row.apiVersion)} ${row.namespaced ? scopes.namespaced : scopes.cluster} |`;
      }),
    ].join('\n'),
  );
  return tables.join('\n\n');
}
