import {
  checkNotNegative,
  checkOneOf,
  checkPort,
  checkRange,
  checkRequired,
  forbid,
  setFields,
  under,
} from './checks.ts';
import type { ObjectContext } from './context.ts';
import type { Cursor } from './cursor.ts';
import { formats } from './formats.ts';
import { containersOf, isInit, isSidecar } from './pod-places.ts';
import { definePodRule } from './pod-rule.ts';
import type { Rule } from './rule.ts';

const probes = ['livenessProbe', 'readinessProbe', 'startupProbe'];
const sidecar = 'restartPolicy: Always';

/** Probes and lifecycle hooks. */
export const containerProbeRules: readonly Rule[] = [
  definePodRule('pod/probe', (context, { spec }) => {
    for (const container of containersOf(spec))
      if (!isInit(container) || isSidecar(container))
        for (const probe of setFields(container, probes)) checkProbe(context, probe);
  }),
  definePodRule('pod/lifecycle', (context, { spec }) => {
    const grace = spec.get('terminationGracePeriodSeconds').number ?? 30;
    for (const container of containersOf(spec)) {
      if (isInit(container) && !isSidecar(container)) continue;
      for (const hook of setFields(container.get('lifecycle'), ['postStart', 'preStop'])) {
        checkHandler(context, hook, ['exec', 'httpGet', 'tcpSocket', 'sleep']);
        checkSleep(context, hook.get('sleep'), grace);
      }
    }
  }),
  definePodRule('pod/init-container', (context, { spec }) => {
    for (const container of containersOf(spec)) {
      if (!isInit(container) || isSidecar(container)) continue;
      for (const field of setFields(container, ['lifecycle', ...probes]))
        context.reportKey(field, 'needs', { field: String(field.path.at(-1)), needed: sidecar });
    }
  }),
];

function checkProbe(context: ObjectContext, probe: Cursor): void {
  checkHandler(context, probe, ['exec', 'httpGet', 'tcpSocket', 'grpc']);
  checkNotNegative(
    context,
    probe,
    'initialDelaySeconds',
    'timeoutSeconds',
    'periodSeconds',
    'failureThreshold',
  );
  const successes = probe.get('successThreshold');
  const isReadiness = probe.path.at(-1) === 'readinessProbe';
  // Zero counts as not set.
  if (successes.number !== 0) checkRange(context, successes, 1, isReadiness ? undefined : 1);
  const grace = probe.get('terminationGracePeriodSeconds');
  if (isReadiness) forbid(context, grace, 'readinessProbe');
  else checkRange(context, grace, 1);
}

/** Exactly one way to ask or to act. */
function checkHandler(context: ObjectContext, handler: Cursor, types: readonly string[]): void {
  const [first, ...more] = setFields(handler, types);
  if (!first) {
    context.report(handler, 'one-of', { fields: types });
    return;
  }
  const fields = [first, ...more].map(({ path }) => String(path.at(-1)));
  for (const other of more) context.report(other, 'only-one', { fields });
  checkAction(context, first);
}

function checkAction(context: ObjectContext, action: Cursor): void {
  if (action.path.at(-1) === 'exec') checkRequired(context, action.get('command'));
  if (action.path.at(-1) === 'sleep') return;
  checkPort(context, action.get('port'));
  checkOneOf(context, action.get('scheme'), ['HTTP', 'HTTPS']);
  const headers = action.get('httpHeaders');
  for (const header of headers.items()) {
    const value = header.get('name').string ?? '';
    if (!formats['header-name'](value))
      context.report(under(header.get('name'), headers.path), 'bad-format', { value, format: 'header-name' });
  }
}

function checkSleep(context: ObjectContext, sleep: Cursor, grace: number): void {
  if (!sleep.isSet || !context.isAtLeast('1.30')) return;
  const value = sleep.get('seconds').number ?? 0;
  const min = context.isAtLeast('1.33') ? 0 : 1;
  if (value < min || value > grace) context.report(sleep, 'out-of-range', { value, min, max: grace });
}
