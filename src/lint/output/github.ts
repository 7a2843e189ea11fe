import type { Finding } from '../finding.ts';

const commands = { error: 'error', warning: 'warning', info: 'notice' } as const;

/** Workflow commands that GitHub turns into annotations, and a last line because it shows only some of them. */
export function formatGithub(findings: readonly Finding[]): string {
  const lines = findings.map(finding => {
    const { file, line, endLine, column, endColumn, level, rule, path, message, hint } = finding;
    const place = { file, line, endLine, col: column, ...(endLine === line && { endColumn }), title: rule };
    const properties = Object.entries(place).map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
    const text = `${message}${path === '' ? '' : ` (${path})`}${hint === undefined ? '' : `\n${hint}`}`;
    return `::${commands[level]} ${properties.join(',')}::${escapeData(text)}`;
  });
  const errors = findings.filter(({ level }) => level === 'error').length;
  lines.push(`${findings.length} findings, ${errors} errors`);
  return lines.join('\n');
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
