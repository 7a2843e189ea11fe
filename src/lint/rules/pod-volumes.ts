import { checkFormat, checkUnique, setFields } from './checks.ts';
import { formats } from './formats.ts';
import { checkProjected } from './pod-projected.ts';
import { definePodRule } from './pod-rule.ts';
import { checkVolumeSource } from './pod-volume-sources.ts';
import type { Rule } from './rule.ts';

/** Kinds of volumes in the order in which the server looks at them. */
const types = [
  'emptyDir',
  'hostPath',
  'gitRepo',
  'gcePersistentDisk',
  'awsElasticBlockStore',
  'secret',
  'nfs',
  'iscsi',
  'glusterfs',
  'flocker',
  'persistentVolumeClaim',
  'rbd',
  'cinder',
  'cephfs',
  'quobyte',
  'downwardAPI',
  'fc',
  'flexVolume',
  'configMap',
  'azureFile',
  'vsphereVolume',
  'photonPersistentDisk',
  'portworxVolume',
  'azureDisk',
  'storageos',
  'projected',
  'scaleIO',
  'csi',
  'ephemeral',
  'image',
];

/** Volumes of a pod. */
export const podVolumeRules: readonly Rule[] = [
  definePodRule('pod/volume-name', (context, { spec, claims }) => {
    const hidden = new Set(claims.map(claim => claim.get('metadata', 'name').string));
    const names = spec
      .get('volumes')
      .items()
      .map(volume => volume.get('name'))
      // A claim template takes the place of a volume of the same name.
      .filter(name => !hidden.has(name.string));
    for (const name of names) checkFormat(context, name, 'label');
    checkUnique(context, names);
  }),
  definePodRule('pod/volume', (context, { spec, isPod, metadata }) => {
    const own = metadata.get('name').string;
    for (const volume of spec.get('volumes').items()) {
      // Until 1.34 the server dropped `image` before it looked.
      const set = setFields(volume, types).filter(
        ({ path }) => path.at(-1) !== 'image' || context.isAtLeast('1.35'),
      );
      const names = set.map(({ path }) => String(path.at(-1)));
      for (const other of set.slice(1)) context.report(other, 'only-one', { fields: names });
      const [first] = set;
      if (first) checkVolumeSource(context, first, names[0] ?? '', isPod);
      const value = `${own}-${volume.get('name').string}`;
      if (names[0] === 'ephemeral' && isPod && own && !formats.subdomain(value))
        context.report(volume.get('name'), 'bad-format', { value, format: 'subdomain' });
    }
  }),
  definePodRule('pod/projected', (context, { spec, isPod }) => {
    for (const volume of spec.get('volumes').items())
      checkProjected(context, volume.get('projected'), isPod && !hasAccount(spec));
  }),
];

function hasAccount(spec: Parameters<typeof checkProjected>[1]): boolean {
  return Boolean(spec.get('serviceAccountName').string || spec.get('serviceAccount').string);
}
