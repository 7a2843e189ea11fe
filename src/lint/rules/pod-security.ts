import { checkRange, checkSet, checkSetOneOf, checkUnique, type Reporter } from './checks.ts';
import type { ObjectContext } from './context.ts';
import type { Cursor } from './cursor.ts';
import { containersOf } from './pod-places.ts';
import { definePodRule } from './pod-rule.ts';
import { checkWindows } from './pod-windows.ts';
import type { Rule } from './rule.ts';

const maxId = 2 ** 31 - 1;

/** Security contexts of pods and containers. */
export const podSecurityRules: readonly Rule[] = [
  definePodRule('pod/security-context', (context, { spec }) => {
    const security = spec.get('securityContext');
    checkIds(context, security, 'fsGroup');
    for (const group of security.get('supplementalGroups').items()) checkRange(context, group, 0, maxId);
    if (spec.get('hostPID').boolean && spec.get('shareProcessNamespace').boolean)
      context.report(spec.get('shareProcessNamespace'), 'forbidden', {
        field: 'shareProcessNamespace',
        beside: 'hostPID: true',
      });
    checkSetOneOf(context, security.get('fsGroupChangePolicy'), ['Always', 'OnRootMismatch']);
    if (context.isAtLeast('1.33')) {
      checkSetOneOf(context, security.get('supplementalGroupsPolicy'), ['Merge', 'Strict']);
      checkSetOneOf(context, security.get('seLinuxChangePolicy'), ['Recursive']);
    }
    checkProfiles(context, security);
    for (const container of containersOf(spec))
      checkContainer(context, container.get('securityContext'), spec);
  }),
  definePodRule('pod/sysctl', (context, { spec }) => {
    const names = spec
      .get('securityContext', 'sysctls')
      .items()
      .map(sysctl => sysctl.get('name'));
    const [network, ipc] = [spec.get('hostNetwork').boolean, spec.get('hostIPC').boolean];
    for (const name of names) {
      if (name.string) checkSet(context, name, 'sysctl');
      const value = (name.string ?? '').replaceAll('/', '.');
      if (network && value.startsWith('net.'))
        context.report(name, 'forbidden', { field: value, beside: 'hostNetwork: true' });
      if (ipc && /^(kernel\.(shm|msg|sem)|fs\.mqueue\.)/.test(value))
        context.report(name, 'forbidden', { field: value, beside: 'hostIPC: true' });
    }
    checkUnique(context, names);
  }),
];

function checkIds(reporter: Reporter, security: Cursor, ...more: string[]): void {
  for (const field of ['runAsUser', 'runAsGroup', ...more])
    checkRange(reporter, security.get(field), 0, maxId);
}

function checkContainer(context: ObjectContext, security: Cursor, spec: Cursor): void {
  if (!security.isSet) return;
  checkIds(context, security);
  checkProfiles(context, security);
  if (context.isAtLeast('1.33')) {
    const mount = security.get('procMount');
    checkSetOneOf(context, mount, ['Default', 'Unmasked']);
    if (mount.string === 'Unmasked' && spec.get('hostUsers').boolean !== false)
      context.report(mount, 'needs', { field: 'Unmasked', needed: 'hostUsers: false' });
  }
  if (security.get('allowPrivilegeEscalation').boolean !== false) return;
  const field = 'allowPrivilegeEscalation: false';
  if (security.get('privileged').boolean)
    context.report(security, 'forbidden', { field, beside: 'privileged: true' });
  const added = security.get('capabilities', 'add').items();
  if (added.some(capability => capability.string === 'CAP_SYS_ADMIN'))
    context.report(security, 'forbidden', { field, beside: 'CAP_SYS_ADMIN' });
}

/** Seccomp, AppArmor and Windows. */
function checkProfiles(context: ObjectContext, security: Cursor): void {
  checkProfile(context, security.get('seccompProfile'), 'relative');
  if (context.isAtLeast('1.31')) checkProfile(context, security.get('appArmorProfile'));
  checkWindows(context, security.get('windowsOptions'));
}

function checkProfile(context: ObjectContext, profile: Cursor, format?: 'relative'): void {
  if (!profile.isSet) return;
  const type = profile.get('type').string;
  const own = profile.get('localhostProfile');
  if (type) checkSetOneOf(context, profile.get('type'), ['Localhost', 'RuntimeDefault', 'Unconfined']);
  if (type !== 'Localhost') {
    const beside = `type: ${type ?? ''}`;
    const isKnown = type === 'RuntimeDefault' || type === 'Unconfined';
    if (own.isSet && (format || isKnown))
      context.reportKey(own, 'forbidden', { field: 'localhostProfile', beside });
  } else if (!own.isSet)
    context.report(own, 'required', { field: 'localhostProfile', empty: false, enforced: true });
  else if (format) checkSet(context, own, format);
  else if (own.string !== undefined && (own.string !== own.string.trim() || own.string === ''))
    context.report(own, 'blanks', { value: own.string });
}
