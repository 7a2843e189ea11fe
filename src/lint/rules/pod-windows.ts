import { checkSet, type Reporter } from './checks.ts';
import type { ObjectContext } from './context.ts';
import type { Cursor } from './cursor.ts';
import { containersOf } from './pod-places.ts';
import { definePodRule } from './pod-rule.ts';
import type { Rule } from './rule.ts';

const podFields = [
  'appArmorProfile',
  'seLinuxOptions',
  'seccompProfile',
  'fsGroup',
  'fsGroupChangePolicy',
  'sysctls',
  'runAsUser',
  'runAsGroup',
  'supplementalGroups',
  'supplementalGroupsPolicy',
  'seLinuxChangePolicy',
];

const containerFields = [
  'appArmorProfile',
  'seLinuxOptions',
  'seccompProfile',
  'capabilities',
  'readOnlyRootFilesystem',
  'privileged',
  'allowPrivilegeEscalation',
  'procMount',
  'runAsUser',
  'runAsGroup',
];

const user =
  /^(?:[^\\/:*?"<>|.][^\\/:*?"<>|]{0,14}\\|[a-zA-Z0-9][-.a-zA-Z0-9]{0,254}\\)?[^"/\\:;|=,+*?<>@[\]]{1,104}$/;

/** What a pod for one operating system cannot say, and containers that are processes of a Windows host. */
export const podWindowsRules: readonly Rule[] = [
  definePodRule('pod/os', (context, { spec }) => {
    const name = spec.get('os', 'name').string;
    if (name === 'linux') {
      for (const holder of [spec, ...containersOf(spec)])
        refuse(context, holder.get('securityContext'), ['windowsOptions'], 'linux');
    } else if (name === 'windows') {
      refuse(context, spec, ['hostUsers', 'shareProcessNamespace'], name);
      if (context.isAtLeast('1.34')) refuse(context, spec, ['resources'], name);
      for (const field of ['hostPID', 'hostIPC'])
        if (spec.get(field).boolean) refuse(context, spec, [field], name);
      refuse(context, spec.get('securityContext'), podFields, name);
      for (const container of containersOf(spec))
        refuse(context, container.get('securityContext'), containerFields, name);
    } else if (name) context.report(spec.get('os'), 'enum', { value: name, allowed: ['linux', 'windows'] });
  }),
  definePodRule('pod/host-process', (context, { spec }) => {
    const own = hostProcess(spec);
    const containers = containersOf(spec);
    for (const container of containers) {
      const value = hostProcess(container).boolean;
      if (value !== undefined && own.boolean !== undefined && value !== own.boolean)
        context.report(hostProcess(container), 'must-equal', {
          value: String(value),
          other: 'spec.securityContext.windowsOptions.hostProcess',
          wanted: String(own.boolean),
        });
    }
    const count = containers.filter(container => hostProcess(container).boolean ?? own.boolean).length;
    if (count === 0) return;
    if (count < containers.length)
      context.report(spec, 'needs', { field: 'hostProcess', needed: 'hostProcess: true (containers)' });
    if (!spec.get('hostNetwork').boolean)
      context.report(spec.get('hostNetwork'), 'needs', { field: 'hostProcess', needed: 'hostNetwork: true' });
  }),
];

function hostProcess(holder: Cursor): Cursor {
  return holder.get('securityContext', 'windowsOptions', 'hostProcess');
}

function refuse({ reportKey }: ObjectContext, holder: Cursor, fields: readonly string[], os: string): void {
  for (const field of fields) {
    const at = holder.get(field);
    if (at.isSet) reportKey(at, 'forbidden', { field, beside: `os.name: ${os}` });
  }
}

/** Names that Windows takes. */
export function checkWindows(reporter: Reporter, options: Cursor): void {
  checkSet(reporter, options.get('gmsaCredentialSpecName'), 'subdomain');
  const credential = options.get('gmsaCredentialSpec');
  if (credential.string === '') reporter.report(credential, 'windows-name', { value: '' });
  const name = options.get('runAsUserName');
  const value = name.string;
  const isWrong = (text: string) =>
    !user.test(text) || /(^|\\)[. ]+$/.test(text) || [...text].some(isControl);
  if (value !== undefined && isWrong(value)) reporter.report(name, 'windows-name', { value });
}

function isControl(character: string): boolean {
  return character < ' ' || character === '\x7f';
}
