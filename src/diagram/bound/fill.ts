import { type Field, findField, listFields } from '../../registry/fields.ts';
import type { FenceSource, Manifests } from '../fence.ts';
import { type NamedFile, readPaths } from '../files.ts';
import type { Finding } from '../finding.ts';
import { formatSelector, record, string } from '../topology/kube.ts';
import { escapeText } from '../topology/mermaid.ts';
import { shortImage } from '../topology/workloads.ts';

/** `{{…}}`: stands for a field of a manifest, in labels, descriptions and comments. */
export const PLACE = /\{\{([^{}]*)\}\}/g;

const WHY = '図の名前や数は、マニフェストのフィールドから作ります。食い違う図は作れません。';

/**
 * Fills the fields of manifests into a drawn diagram:
 *
 * ````md
 * ```mermaid cronjobs/pingpong.yaml
 *   cron["CronJob<br/>{{metadata.name}}"]
 * ```
 * ````
 *
 * `{{field}}` is what `<Manifest highlight>` takes: `{{Service/echo: spec.ports[0].port}}`; `{{echo-v1.yaml spec.replicas}}` when
 * several of the fence's files have it. `{{spec.rules[]}}` is how many items or keys it has. `{{spec.replicas = 2}}` fails for any other
 * value: for what the shape of the drawing depends on; in a comment (`%%`) it only holds.
 */
export function fillFields(meta: string, body: string, manifests: Manifests): FenceSource {
  const { files, findings: missing } = readPaths(meta.trim(), manifests);
  if (missing.length > 0) return { findings: missing };
  const findings: Finding[] = [];
  const fields = new Map(files.map(file => [file.path, listFields(file.text)]));
  let used = 0;
  const lines = body.split('\n').map((line, index) =>
    line.replace(PLACE, (_, inside: string) => {
      used++;
      const place = readPlace(inside, files, fields);
      if (place.text !== undefined) return escapeText(place.text);
      findings.push({ line: index + 1, what: place.what, why: WHY, fix: place.fix });
      return '';
    }),
  );
  if (files.length > 0 && used === 0)
    findings.push({
      line: 0,
      what: 'フィールドを1つも使わない図に、マニフェストのパスがあります。',
      why: WHY,
      fix: '`{{metadata.name}}` のように使うか、パスを消してください。',
    });
  return findings.length > 0 ? { findings } : { source: lines.join('\n') };
}

type Place = { text: string } | { text?: undefined; what: string; fix: string };

function readPlace(
  inside: string,
  files: readonly NamedFile[],
  fields: ReadonlyMap<string, readonly Field[]>,
): Place {
  const [, file, reference = '', counted, expected] =
    /^\s*(?:([\w./-]+\.yaml)\s+)?(.*?)(\[\])?(?:\s+=\s+(.*?))?\s*$/.exec(inside) ?? [];
  const chosen = files.filter(({ path }) => !file || path === file || path.endsWith(`/${file}`));
  const result = findField(
    chosen.flatMap(({ path }) => fields.get(path) ?? []),
    reference,
  );
  if (!result.field) {
    const where = chosen.map(({ path }) => path).join('、') || `${file ?? '図が名指すファイル'}（なし）`;
    const fix = result.among.length > 0 ? `近いもの: ${result.among.join('、')}` : PATHS;
    return result.reason === 'ambiguous'
      ? {
          what: `フィールド「${reference}」は ${where} に複数あります。`,
          fix: `種類かファイル名を前に付けてください。${fix}`,
        }
      : { what: `フィールド「${reference}」は ${where} にありません。`, fix };
  }
  const { path } = result.field;
  const value = result.field.value();
  const text = counted
    ? String(Object.keys(Array.isArray(value) ? value : record(value)).length)
    : textOf(path, value);
  if (text === '')
    return {
      what: `フィールド「${reference}」は1つの値ではありません。`,
      fix: '文字か数のフィールドを書いてください。リストの長さは `spec.rules[]` です。',
    };
  if (expected !== undefined && text !== expected)
    return {
      what: `フィールド「${reference}」は「${text}」です。図は「${expected}」として描かれています。`,
      fix: '図を描き直し、`=` のあとの値を直してください。',
    };
  return { text };
}

const PATHS = '図が使うマニフェストのパスを、フェンスの `mermaid` のあとに書いてください。';

/** A value as a picture shows it: `a=b,c=d` for labels, `busybox:1.38.0` for an image. */
function textOf(path: string, value: unknown): string {
  const text = typeof value === 'boolean' ? String(value) : string(value) || formatSelector(record(value));
  return path.endsWith('.image') ? shortImage(text) : text;
}
