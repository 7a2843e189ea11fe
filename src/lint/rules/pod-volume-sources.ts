import {
  checkFormat,
  checkOneOf,
  checkRange,
  checkRequired,
  checkSet,
  checkSetOneOf,
  under,
} from './checks.ts';
import { checkClaimSpec } from './claim.ts';
import { checkDownwardFile, checkMode } from './container-field-refs.ts';
import type { ObjectContext } from './context.ts';
import type { Cursor } from './cursor.ts';
import { formats } from './formats.ts';
import { checkAnnotations, checkLabels } from './labels.ts';
import { parseQuantity } from './quantity.ts';

type Check = (context: ObjectContext, source: Cursor, isPod: boolean) => void;

const hostPathTypes = [
  '',
  'BlockDevice',
  'CharDevice',
  'Directory',
  'DirectoryOrCreate',
  'File',
  'FileOrCreate',
  'Socket',
];

/** What each kind of volume wants beyond its schema. */
const checks: Readonly<Record<string, Check>> = {
  emptyDir({ report }, source) {
    const limit = source.get('sizeLimit');
    if ((parseQuantity(limit.text) ?? 0n) < 0n) report(limit, 'negative', { value: limit.text ?? '' });
  },
  hostPath(context, source) {
    checkFormat(context, source.get('path'), 'no-up');
    if (source.get('path').string) checkSetOneOf(context, source.get('type'), hostPathTypes);
  },
  gitRepo(context, source) {
    checkFormat(context, source.get('directory'), 'relative');
  },
  gcePersistentDisk: checkPartition,
  awsElasticBlockStore: checkPartition,
  secret(context, source) {
    checkRequired(context, source.get('secretName'));
    checkMode(context, source.get('defaultMode'));
    checkItems(context, source);
  },
  configMap(context, source) {
    checkRequired(context, source.get('name'));
    checkMode(context, source.get('defaultMode'));
    checkItems(context, source);
  },
  nfs(context, source) {
    const path = source.get('path');
    if (path.string !== undefined) checkSet(context, path, 'absolute');
  },
  iscsi(context, source) {
    for (const [field, called] of [
      ['iqn', 'iqn'],
      ['initiatorName', 'initiatorname'],
    ] as const)
      checkIscsiName(context, source.get(field), [...source.path, called]);
    checkRange(context, source.get('lun'), 0, 255);
    const usesChap = ['chapAuthDiscovery', 'chapAuthSession'].some(key => source.get(key).boolean);
    if (usesChap && !source.get('secretRef').isSet) checkRequired(context, source.get('secretRef'));
  },
  fc(context, source) {
    const [names, ids] = [source.get('targetWWNs'), source.get('wwids')];
    const fields = ['targetWWNs', 'wwids'];
    const hasNames = names.items().length > 0;
    if (!hasNames && ids.items().length === 0) context.report(names, 'one-of', { fields });
    if (hasNames && ids.items().length > 0) context.report(names, 'only-one', { fields });
    if (!hasNames) return;
    checkRequired(context, source.get('lun'));
    checkRange(context, source.get('lun'), 0, 255);
  },
  flocker(context, source) {
    const fields = ['datasetName', 'datasetUUID'];
    const set = fields.filter(field => source.get(field).string);
    if (set.length !== 1) context.report(source, set.length === 0 ? 'one-of' : 'only-one', { fields });
  },
  scaleIO(context, source) {
    checkRequired(context, source.get('volumeName'));
  },
  azureDisk(context, source) {
    const kind = source.get('kind');
    const uri = source.get('diskURI');
    checkSetOneOf(context, kind, ['Dedicated', 'Managed', 'Shared']);
    checkSetOneOf(context, source.get('cachingMode'), ['None', 'ReadOnly', 'ReadWrite']);
    const start = kind.string === 'Managed' ? '/subscriptions/' : 'https://';
    if (uri.string && !uri.string.startsWith(start))
      context.report(uri, 'needs', {
        field: `kind: ${kind.string ?? 'Shared'}`,
        needed: `diskURI: ${start}…`,
      });
  },
  cinder: checkSecretRef,
  storageos(context, source) {
    checkRequired(context, source.get('volumeName'));
    checkFormat(context, source.get('volumeName'), 'label');
    checkFormat(context, source.get('volumeNamespace'), 'label');
    checkSecretRef(context, source);
  },
  downwardAPI(context, source) {
    checkMode(context, source.get('defaultMode'));
    for (const file of source.get('items').items()) checkDownwardFile(context, file, source.path);
  },
  csi(context, source) {
    checkDriver(context, source.get('driver'));
    const ref = source.get('nodePublishSecretRef');
    if (!ref.isSet) return;
    checkRequired(context, ref.get('name'));
    checkFormat(context, ref.get('name'), 'subdomain', [...source.path, 'name']);
  },
  ephemeral(context, source) {
    const template = source.get('volumeClaimTemplate');
    checkRequired(context, template);
    if (!template.isSet) return;
    const metadata = template.get('metadata');
    for (const [field, at] of metadata.entries()) {
      const isZero = !at.isSet || at.string === '' || at.number === 0 || isEmptyList(at);
      if (field !== 'labels' && field !== 'annotations' && !isZero)
        context.reportKey(at, 'forbidden', { field, beside: 'volumeClaimTemplate' });
    }
    checkLabels(context, metadata.get('labels'));
    checkAnnotations(context, metadata.get('annotations'));
    checkClaimSpec(context, template.get('spec'));
  },
  image(context, source, isPod) {
    if (isPod) checkRequired(context, source.get('reference'));
    checkOneOf(context, source.get('pullPolicy'), ['Always', 'IfNotPresent', 'Never']);
  },
};

/** Checks the source of a volume. */
export function checkVolumeSource(
  context: ObjectContext,
  source: Cursor,
  type: string,
  isPod: boolean,
): void {
  checks[type]?.(context, source, isPod);
}

/** Keys that become files. */
export function checkItems(context: ObjectContext, source: Cursor): void {
  for (const item of source.get('items').items()) {
    checkFormat(context, item.get('path'), 'inside');
    checkMode(context, item.get('mode'));
  }
}

/** Name of a CSI driver. */
export function checkDriver({ report }: ObjectContext, driver: Cursor): void {
  const value = driver.string;
  if (!value) return;
  if (value.length > 63) report(driver, 'too-long', { value, max: 63 });
  else if (!formats.subdomain(value.toLowerCase()))
    report(driver, 'bad-format', { value, format: 'subdomain' });
}

function isEmptyList({ node }: Cursor): boolean {
  return node?.kind === 'list' && node.items.length === 0;
}

function checkPartition(context: ObjectContext, source: Cursor): void {
  checkRange(context, source.get('partition'), 0, 255);
}

function checkSecretRef(context: ObjectContext, source: Cursor): void {
  const ref = source.get('secretRef');
  if (ref.isSet) checkRequired(context, ref.get('name'));
}

const iscsiName =
  /iqn\.\d{4}-\d{2}\.[A-Za-z0-9.-]+:[^,;*&$|\s]+$|^eui.[A-Za-z0-9]{16}$|^naa.[A-Za-z0-9]{32}$/;

function checkIscsiName(context: ObjectContext, name: Cursor, path: Cursor['path']): void {
  const value = name.string;
  if (!value || value.length > 1000 || (/^(iqn|eui|naa)/.test(value) && iscsiName.test(value))) return;
  context.report(under(name, path), 'iscsi-name', { value });
}
