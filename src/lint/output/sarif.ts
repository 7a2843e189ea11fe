import { documentedRules } from '../docs.ts';
import type { Finding } from '../finding.ts';
import type { Locale } from '../messages/index.ts';

const levels = { error: 'error', warning: 'warning', info: 'note' } as const;

/** SARIF 2.1.0 with one run. `results` is always there, also when there are none: GitHub asks for it. */
export function formatSarif(findings: readonly Finding[], locale: Locale): string {
  const rules = documentedRules();
  const indexes = new Map(rules.map(({ id }, index) => [id, index]));
  const fingerprint = fingerprints();
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'kubernetes-notes-ja lint',
            semanticVersion: '0.1.0',
            rules: rules.map(({ id, level, doc }) => ({
              id,
              shortDescription: { text: doc[locale].title },
              fullDescription: { text: doc[locale].why },
              help: { text: doc[locale].remedy },
              defaultConfiguration: { level: levels[level] },
            })),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: findings.map(finding =>
          toResult(finding, indexes.get(finding.rule) ?? -1, fingerprint(finding)),
        ),
      },
    ],
  };
  return JSON.stringify(log);
}

function toResult(finding: Finding, ruleIndex: number, fingerprint: string): object {
  const { file, line, column, endLine, endColumn, level, rule, path, message, hint } = finding;
  return {
    ruleId: rule,
    ruleIndex,
    level: levels[level],
    message: { text: hint === undefined ? message : `${message}\n${hint}` },
    locations: [
      {
        physicalLocation: {
          artifactLocation: toArtifact(file),
          region: { startLine: line, startColumn: column, endLine, endColumn },
        },
        ...(path !== '' && { logicalLocations: [{ fullyQualifiedName: path, kind: 'member' }] }),
      },
    ],
    partialFingerprints: { 'lint/v1': fingerprint },
  };
}

/** A relative URI with `/`; an absolute path is left to its own root. */
function toArtifact(file: string): object {
  const uri = file.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/');
  return uri.startsWith('/') ? { uri: `file://${uri}` } : { uri, uriBaseId: '%SRCROOT%' };
}

/** The same for the same problem wherever its line moves; equal ones in a file are counted. */
function fingerprints(): (finding: Finding) => string {
  const seen = new Map<string, number>();
  return ({ rule, file, document, path }) => {
    const key = [rule, file, document, path].join('|');
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return hash(`${key}|${count}`);
  };
}

/** FNV-1a, 64 bits: short and stable; nothing depends on its strength. */
function hash(text: string): string {
  let value = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(text))
    value = BigInt.asUintN(64, (value ^ BigInt(byte)) * 0x100000001b3n);
  return value.toString(16).padStart(16, '0');
}
