import { isObject } from './json.ts';
import { type OpenApi, resolve, type SchemaNode } from './openapi.ts';

/** Free-form maps whose values are label values. */
const labelMaps = /^(?:labels|nodeSelector|matchLabels|selector)$/;

/** What a string field holds, by its name; the first that fits wins. */
const byField: readonly (readonly [RegExp, string])[] = [
  [/^(?:expression|rule|messageExpression|valueExpression)$/, 'cel'],
  [/^(?:jsonPath|specReplicasPath|statusReplicasPath|labelSelectorPath)$/, 'json-path'],
  [/^schedule$/, 'cron'],
  [/^timeZone$/, 'time-zone'],
  [/^fieldPath$/, 'field-path'],
  [/^(?:succeededIndexes)$/, 'indexes'],
  [/^(?:cidr|cidrs|except|podCIDRs?|loadBalancerSourceRanges)$/, 'cidr'],
  [/^(?:ip|hostIP|clusterIPs?|externalIPs|loadBalancerIP|nameservers|addresses)$/, 'ip'],
  [/^(?:host|hostnames?|externalName|domain|searches|serverName|hosts)$/, 'domain'],
  [/^(?:url|uri)$/, 'url'],
  [
    /^(?:path|mountPath|subPath|subPathExpr|devicePath|workingDir|localhostProfile|nonResourceURLs|replace.*)$|Path$/,
    'path',
  ],
  [/^image$|^reference$/, 'image'],
  [/^pattern$/, 'pattern'],
  [/^(?:apiVersion|apiVersions|version|.*ReviewVersions)$/, 'api-version'],
  [/^(?:apiGroup|apiGroups|group)$/, 'group'],
  [/^(?:resources|resource)$/, 'resource-type'],
  [/^(?:verbs|verb|operations)$/, 'verb'],
  [/^(?:resourceName|extendedResourceName)$/, 'resource-name'],
  [
    /^(?:topologyKeys?|key|matchLabelKeys|mismatchLabelKeys|conditionType|matchAttribute|distinctAttribute)$/,
    'label-key',
  ],
  [/^values$/, 'label-value'],
  [/^finalizers$/, 'finalizer'],
  [/^(?:provisioner|driver|driverName|controller|controllerName|signerName|managedBy|attacher)$/, 'plugin'],
  [/^(?:request|backendRequest|.*[dD]uration|timeout|interval)$/, 'duration'],
  [/^(?:add|drop)$/, 'capability'],
  [/^(?:description|message|value|args|command|deprecationWarning)$/, 'text'],
  [
    /^(?:kind|type|operator|effect|protocol|scope|strategy|reason|action|from|.*(?:Policy|Mode|Type|Class|Scope))$/,
    'word',
  ],
];

/** What an integer field holds, by its name. */
const integers: readonly (readonly [RegExp, string])[] = [
  [/[pP]ort$/, 'port'],
  [/[pP]ercent$|^weight$|Utilization/, 'percent'],
  [/Seconds$/, 'seconds'],
  [/[mM]ode$/, 'mode'],
  [/^(?:runAs(?:User|Group)|fsGroup|supplementalGroups)$/, 'uid'],
];

const find = (table: readonly (readonly [RegExp, string])[], field: string) =>
  table.find(([test]) => test.test(field))?.[1];

/** The class (a key of values.yaml) that suits a field; list items take the name of their list. */
export function classOf(node: SchemaNode, api: OpenApi): string {
  const { schema, name } = resolve(node.schema, api);
  const field = node.field === '[]' ? (node.pattern.match(/([^.[\]]+)(?:\[\])+$/)?.[1] ?? '') : node.field;
  if (name?.endsWith('.Quantity')) return 'quantity';
  if (schema.format === 'int-or-string') return 'int-or-string';
  if (schema.format === 'date-time' || name?.endsWith('Time')) return 'time';
  if (schema.format === 'byte') return 'bytes';
  if (schema.type === 'boolean' || typeof node.value === 'boolean') return 'boolean';
  if (schema.type === 'number') return 'number';
  if (schema.type === 'integer' || typeof node.value === 'number') return find(integers, field) ?? 'integer';
  if (schema.type === 'array' || Array.isArray(node.value)) return 'list';
  if (schema.type === 'object' || schema.properties || isObject(node.value)) return 'object';
  if (node.isEntry) return labelMaps.test(String(node.path.at(-2))) ? 'label-map-value' : 'name';
  if (/EnvVar$/.test(node.owner) && field === 'name') return 'env-name';
  if (/HTTPHeader/.test(node.owner) && field === 'name') return 'header-name';
  if (/Sysctl$/.test(node.owner)) return 'sysctl';
  if (/ResourceFieldSelector$/.test(node.owner) && field === 'resource') return 'resource-field';
  if (/(?:KeyToPath|KeySelector)$/.test(node.owner) && field === 'key') return 'data-key';
  return (
    find(byField, field) ??
    (typeof node.value === 'string' && /^[A-Z][A-Za-z]+$/.test(node.value) ? 'word' : 'name')
  );
}

/** The class of a free-form map's keys, by the map's name. */
export function keyClassOf(field: string): string {
  if (/^(?:labels|annotations|nodeSelector|matchLabels|selector)$/.test(field)) return 'label-key';
  if (/^(?:data|stringData|binaryData)$/.test(field)) return 'data-key';
  if (
    /^(?:limits|requests|hard|capacity|overhead|podFixed|min|max|default|defaultRequest|maxLimitRequestRatio)$/.test(
      field,
    )
  ) {
    return 'resource-name';
  }
  return 'name';
}
