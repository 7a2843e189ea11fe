import { checkFormat, checkOneOf, checkRange, checkRequired, checkUnique, forbid } from './checks.ts';
import type { ObjectContext } from './context.ts';
import type { Cursor } from './cursor.ts';
import { containersOf, isInit } from './pod-places.ts';
import { definePodRule } from './pod-rule.ts';
import type { Rule } from './rule.ts';

/** Containers of a pod: names, images and ports. */
export const podContainerRules: readonly Rule[] = [
  definePodRule('pod/containers', (context, { spec }) => {
    checkRequired(context, spec.get('containers'));
    for (const container of spec.get('ephemeralContainers').items().slice(0, 1))
      forbid(context, spec.get('ephemeralContainers'), container.get('name').string ?? 'kubectl debug');
  }),
  definePodRule('pod/container-name', (context, { spec }) => {
    const names = containersOf(spec).map(container => container.get('name'));
    for (const name of names) checkFormat(context, name, 'label');
    checkUnique(context, names);
  }),
  definePodRule('pod/image', (context, { spec, isPod }) => {
    for (const container of containersOf(spec)) {
      const image = container.get('image');
      checkRequired(context, image);
      const value = image.string ?? '';
      if (isPod && value !== value.trim()) context.report(image, 'blanks', { value });
      checkOneOf(context, container.get('imagePullPolicy'), ['Always', 'IfNotPresent', 'Never']);
      checkOneOf(context, container.get('terminationMessagePolicy'), ['File', 'FallbackToLogsOnError']);
    }
  }),
  definePodRule('pod/port', (context, { spec, isPod }) => {
    const isHost = spec.get('hostNetwork').boolean === true;
    const seen = new Set<string>();
    for (const container of containersOf(spec)) {
      const ports = container.get('ports').items();
      for (const port of ports) checkContainerPort(context, port);
      checkUnique(
        context,
        ports.map(port => port.get('name')),
      );
      checkHostPorts(context, ports, isPod && isHost, isInit(container) ? new Set() : seen);
      if (isHost && !isInit(container))
        for (const port of ports) {
          const [host, own] = [port.get('hostPort'), port.get('containerPort').number ?? 0];
          if (host.number && host.number !== own)
            context.report(host, 'must-equal', {
              value: String(host.number),
              other: 'containerPort',
              wanted: String(own),
            });
        }
    }
  }),
];

function checkContainerPort(context: ObjectContext, port: Cursor): void {
  checkFormat(context, port.get('name'), 'port-name');
  checkRange(context, port.get('containerPort'), 1, 65_535);
  const host = port.get('hostPort');
  if (host.number !== 0) checkRange(context, host, 1, 65_535);
  checkOneOf(context, port.get('protocol'), ['TCP', 'UDP', 'SCTP']);
}

/** Two containers of a pod cannot hold the same port of the node. */
function checkHostPorts(
  { report }: ObjectContext,
  ports: readonly Cursor[],
  usesOwn: boolean,
  seen: Set<string>,
): void {
  for (const port of ports) {
    const number = port.get('hostPort').number || (usesOwn ? port.get('containerPort').number : 0);
    if (!number) continue;
    const value = `${port.get('protocol').string || 'TCP'}/${port.get('hostIP').string ?? ''}/${number}`;
    if (seen.has(value)) report(port.get('hostPort'), 'duplicate', { value });
    seen.add(value);
  }
}
