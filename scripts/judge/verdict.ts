import { isObject, type Json, type JsonObject } from './json.ts';
import type { Answer, Collection, Server } from './server.ts';

/** What a server said to the creation of an object. */
export interface Verdict {
  verdict: 'accept' | 'reject' | 'unknown-kind';
  /** 400 is decoding (types, unknown fields), 422 validation. */
  code?: number;
  /** Field paths of the server's causes, at most six. */
  fields?: string[];
  reason?: string;
  message?: string;
  /** What the server warned about while it accepted the object. */
  warning?: string;
}

/** Refusals that a cluster's state decides, not the manifest: no linter can know them. */
const dependsOnCluster = [
  /already exists/,
  /provided IP.* is already allocated/,
  /is not in the valid range\. The range of valid IPs/,
  /not configured (?:for dual-stack services|on this cluster)/,
  /object is being deleted|not yet ready to handle request/,
  /failed to lookup namespace/,
];

/** True for an answer that another cluster could give otherwise. */
export function isEnvironmental({ code, message }: Verdict): boolean {
  return code === 409 || dependsOnCluster.some(test => test.test(message ?? ''));
}

/**
 * True for a Service with a node port outside the default range: a real creation is refused, but a dry run
 * does not look at the range, so that its verdict says nothing.
 */
export function isBeyondDryRun({ kind, spec }: JsonObject): boolean {
  const ports = kind === 'Service' && isObject(spec) && Array.isArray(spec['ports']) ? spec['ports'] : [];
  const nodePorts = ports.map(port => (isObject(port) ? port['nodePort'] : undefined));
  return nodePorts.some(port => typeof port === 'number' && port > 0 && (port < 30_000 || port > 32_767));
}

/** Creates `object` with dryRun=All and strict field validation in its own namespace, else in `default`. */
export async function ask(
  server: Server,
  collections: ReadonlyMap<string, Collection>,
  object: JsonObject,
  messageLength = 240,
): Promise<Verdict> {
  const collection = collections.get(`${object['apiVersion']} ${object['kind']}`);
  if (!collection) return { verdict: 'unknown-kind' };
  const scope = collection.namespaced ? `/namespaces/${namespaceSegment(object)}` : '';
  const path = `${collection.prefix}${scope}/${collection.resource}?dryRun=All&fieldValidation=Strict`;
  return readVerdict(await server.post(path, object), messageLength);
}

/** `.`, `..` and `a/b` would change the URL. With another namespace in the URL the server refuses the object, as it should. */
function namespaceSegment(object: JsonObject): string {
  const metadata = object['metadata'];
  const own = isObject(metadata) ? metadata['namespace'] : undefined;
  return typeof own === 'string' && !/^\.{0,2}$|[/%]/.test(own) ? encodeURIComponent(own) : 'default';
}

function readVerdict({ code, body, warning }: Answer, messageLength: number): Verdict {
  if (code < 300) return warning === undefined ? { verdict: 'accept' } : { verdict: 'accept', warning };
  const status: JsonObject = isObject(body) ? body : {};
  const details: Json | undefined = status['details'];
  const causes =
    isObject(details) && Array.isArray(details['causes']) ? details['causes'].filter(isObject) : [];
  // A cause without a place is printed as <nil> or has no field at all.
  const places = causes
    .map(cause => String(cause['field'] ?? ''))
    .filter(field => !/^(?:<nil>)?$/.test(field));
  const fields = [...new Set(places)].slice(0, 6);
  const reason = String(causes[0]?.['reason'] ?? status['reason'] ?? 'InternalError').replace(
    'FieldValue',
    '',
  );
  return {
    verdict: 'reject',
    code,
    fields,
    reason,
    message: readMessage(status).slice(0, messageLength),
  };
}

/** The server's words; a panic cuts the connection and leaves only a numbered stream's error. */
function readMessage(status: JsonObject): string {
  return String(status['message'])
    .trim()
    .replace(/stream ID \d+; /, '');
}
