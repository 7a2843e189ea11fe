import { parseAllDocuments, parseDocument } from 'yaml';
import type { FenceSource, Manifests } from '../fence.ts';
import { type NamedFile, readPaths } from '../files.ts';
import type { Finding } from '../finding.ts';
import { type TopologyOptions, topology, WARNINGS, type WarningCode } from './index.ts';
import { list, record } from './kube.ts';

/** Warnings that are facts about a manifest, not mistakes in it: they need no permission. */
const HARMLESS: readonly WarningCode[] = ['outside', 'no-selector', 'not-drawn'];

const USAGE = '`topology services/web.yaml,services/api.yaml 図の題名` の形で書いてください。';

/**
 * Reads a fence that shows manifests:
 *
 * ````md
 * ```topology services/web.yaml,services/api.yaml 通販サイトの構成
 * direction: LR
 * intended: [selector-no-pod]
 * ```
 * ````
 *
 * The paths are those under `manifests/`, so picture and copied file cannot drift. The body is optional YAML: `direction`,
 * `description` (instead of the derived one) and `intended`, the mismatches that the page is about.
 * Lines of findings count from the line of the fence, which is 0.
 */
export function readTopology(meta: string, body: string, manifests: Manifests): FenceSource {
  const [paths = '', ...words] = meta.trim().split(/\s+/);
  const title = words.join(' ');
  if (!paths || !title) {
    const what = paths ? '図の題名がありません。' : 'マニフェストのパスがありません。';
    return {
      findings: [
        { line: 0, what, why: '図は manifests/ のファイルから作り、題名を図の名前にします。', fix: USAGE },
      ],
    };
  }
  const settings = readSettings(body);
  if ('findings' in settings) return settings;
  const named = readPaths(paths, manifests);
  const parsed = named.files.map(parse);
  const findings = [...named.findings, ...parsed.flatMap(findBroken)];
  if (findings.length > 0) return { findings };
  const objects = parsed.flatMap(({ documents }) => documents.map(document => document.toJS() as unknown));
  const { source, warnings } = topology(objects, { title, ...settings.options });
  const mistakes = warnings.filter(({ code }) => !HARMLESS.includes(code));
  for (const { code, message } of mistakes) {
    if (settings.intended.includes(code)) continue;
    const fix = `マニフェストを直してください。間違いを見せる図なら、フェンスの中に \`intended: [${code}]\` と書いてください。`;
    findings.push({ line: 0, what: message, why: `${WARNINGS[code]}ままの図は、誤りを広めます。`, fix });
  }
  for (const code of settings.intended.filter(code => !mistakes.some(mistake => mistake.code === code))) {
    const what = `intended の「${code}」は、このマニフェストにありません。`;
    findings.push({
      line: 0,
      what,
      why: '直った間違いを、まだあると言っています。',
      fix: `intended から ${code} を消してください。`,
    });
  }
  return findings.length > 0 ? { findings } : { source };
}

interface Settings {
  options: Partial<TopologyOptions>;
  intended: WarningCode[];
}

function readSettings(body: string): Settings | { findings: Finding[] } {
  const wrong = (line: number, what: string, fix: string) => ({
    findings: [{ line, what, why: 'フェンスの中は YAML の設定です（空でもかまいません）。', fix }],
  });
  const yaml = parseDocument(body);
  const error = yaml.errors[0];
  if (error)
    return wrong(
      error.linePos?.[0].line ?? 1,
      `YAML として読めません: ${error.message.split('\n')[0]}`,
      USAGE,
    );
  const { direction, description, intended, ...others } = record(yaml.toJS());
  const [unknown] = Object.keys(others);
  if (unknown !== undefined)
    return wrong(
      1,
      `「${unknown}」という設定はありません。`,
      '`direction`、`description`、`intended` だけです。',
    );
  if (direction !== undefined && direction !== 'TB' && direction !== 'LR') {
    return wrong(
      1,
      `direction「${String(direction)}」はありません。`,
      '`TB`（上から下）か `LR`（左から右）にしてください。',
    );
  }
  const codes = list(intended).filter(isWarningCode);
  if (codes.length !== list(intended).length || (intended !== undefined && codes.length === 0)) {
    const known = Object.keys(WARNINGS).filter(code => !HARMLESS.some(harmless => harmless === code));
    return wrong(1, 'intended を読めません。', `次の名前を [ ] の中に書いてください: ${known.join('、')}。`);
  }
  const options: Partial<TopologyOptions> = {};
  if (direction !== undefined) options.direction = direction;
  if (typeof description === 'string') options.description = description;
  return { options, intended: codes };
}

const isWarningCode = (value: unknown): value is WarningCode =>
  typeof value === 'string' && Object.hasOwn(WARNINGS, value);

const parse = ({ path, text }: NamedFile) => ({
  path,
  documents: [...parseAllDocuments(text, { uniqueKeys: false, logLevel: 'silent' })],
});

/** The first thing that keeps a file from being read as YAML. */
function findBroken({ path, documents }: ReturnType<typeof parse>): Finding[] {
  const error = documents.find(({ errors }) => errors.length > 0)?.errors[0];
  if (!error) return [];
  const what = `manifests/${path}:${error.linePos?.[0].line ?? 1} を YAML として読めません。`;
  return [{ line: 0, what, why: error.message.split('\n')[0] ?? '', fix: 'マニフェストを直してください。' }];
}
