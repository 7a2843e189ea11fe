import { checkFormat, checkSetOneOf, checkUnique, someOf, under } from './checks.ts';
import type { ObjectContext } from './context.ts';
import type { Cursor } from './cursor.ts';
import { containersOf, type PodPlace } from './pod-places.ts';
import { definePodRule } from './pod-rule.ts';
import type { Rule } from './rule.ts';

/** Volumes and devices in containers. */
export const containerMountRules: readonly Rule[] = [
  definePodRule('pod/mount', (context, pod) => {
    const volumes = volumesOf(pod);
    for (const container of containersOf(pod.spec)) {
      const mounts = container.get('volumeMounts').items();
      const devices = container.get('volumeDevices').items();
      for (const mount of mounts) {
        checkFound(context, mount.get('name'), volumes);
        checkMount(context, mount, container);
      }
      checkUnique(
        context,
        mounts.map(mount => mount.get('mountPath')),
      );
      checkApart(context, mounts, devices);
    }
  }),
  definePodRule('pod/device', (context, pod) => {
    const volumes = volumesOf(pod);
    for (const container of containersOf(pod.spec)) {
      const devices = container.get('volumeDevices').items();
      for (const device of devices) {
        const name = device.get('name');
        checkFound(context, name, volumes);
        if (volumes.areBlocks.get(name.string ?? '') === false)
          context.report(name, 'wrong-source', {
            value: name.string ?? '',
            wanted: ['persistentVolumeClaim', 'ephemeral'],
          });
        checkFormat(context, device.get('devicePath'), 'no-up');
      }
      checkUnique(
        context,
        devices.map(device => device.get('name')),
      );
      checkUnique(
        context,
        devices.map(device => device.get('devicePath')),
      );
    }
  }),
];

interface Volumes {
  names: readonly string[];
  /** By name: whether it can be a block device. */
  areBlocks: ReadonlyMap<string, boolean>;
}

function volumesOf({ spec, claims }: PodPlace): Volumes {
  const volumes = new Map(
    spec
      .get('volumes')
      .items()
      .map(volume => [
        volume.get('name').string ?? '',
        volume.get('persistentVolumeClaim').isSet || volume.get('ephemeral').isSet,
      ]),
  );
  for (const claim of claims) volumes.set(claim.get('metadata', 'name').string ?? '', true);
  volumes.delete('');
  return { names: someOf(volumes.keys()), areBlocks: volumes };
}

function checkFound({ report }: ObjectContext, name: Cursor, volumes: Volumes): void {
  const value = name.string;
  if (value && !volumes.areBlocks.has(value))
    report(name, 'not-found', { value, what: 'volume', known: volumes.names });
}

/** The server leaves out the index of the mount in some of its paths. */
function checkMount(context: ObjectContext, mount: Cursor, container: Cursor): void {
  const path = (field: string) => [...mount.path.slice(0, -1), field];
  const [sub, expression] = [mount.get('subPath'), mount.get('subPathExpr')];
  checkFormat(context, sub, 'relative', path('subPath'));
  checkFormat(context, expression, 'relative', path('subPathExpr'));
  if (sub.string && expression.string)
    context.reportKey(expression, 'forbidden', { field: 'subPathExpr', beside: 'subPath' });
  const propagation = mount.get('mountPropagation');
  const isPrivileged = container.get('securityContext', 'privileged').boolean === true;
  checkSetOneOf(context, propagation, ['Bidirectional', 'HostToContainer', 'None'], path('mountPropagation'));
  if (propagation.string === 'Bidirectional' && !isPrivileged)
    context.report(under(propagation, path('mountPropagation')), 'needs', {
      field: 'Bidirectional',
      needed: 'securityContext.privileged: true',
    });
  if (context.isAtLeast('1.31')) checkRecursive(context, mount, path('recursiveReadOnly'));
}

function checkRecursive(context: ObjectContext, mount: Cursor, path: Cursor['path']): void {
  const recursive = mount.get('recursiveReadOnly');
  checkSetOneOf(context, recursive, ['Disabled', 'Enabled', 'IfPossible'], path);
  if (recursive.string !== 'Enabled' && recursive.string !== 'IfPossible') return;
  const field = `recursiveReadOnly: ${recursive.string}`;
  const propagation = mount.get('mountPropagation').string;
  if (mount.get('readOnly').boolean !== true)
    context.report(under(recursive, path), 'needs', { field, needed: 'readOnly: true' });
  if (propagation !== undefined && propagation !== 'None')
    context.report(under(recursive, path), 'forbidden', {
      field,
      beside: `mountPropagation: ${propagation}`,
    });
}

/** A volume is a mount or a device, not both, and so is a path. */
function checkApart({ report }: ObjectContext, mounts: readonly Cursor[], devices: readonly Cursor[]): void {
  for (const [own, other] of [
    ['name', 'name'],
    ['mountPath', 'devicePath'],
  ] as const) {
    const taken = new Set(devices.map(device => device.get(other).string));
    for (const at of mounts.map(mount => mount.get(own)))
      if (at.string && taken.has(at.string)) report(at, 'duplicate', { value: at.string });
  }
}
