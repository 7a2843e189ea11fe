import { expect, test } from 'vitest';
import { kindFacts } from '../../../src/lint/facts.ts';

// What kubectl api-resources of 1.36.3 prints, with the Gateway API 1.6 installed.
test.each([
  ['apps/v1', 'Deployment', true, 'deploy'],
  ['v1', 'Namespace', false, 'ns'],
  ['apiextensions.k8s.io/v1', 'CustomResourceDefinition', false, 'crd,crds'],
  ['batch/v1', 'Job', true, ''],
  ['networking.k8s.io/v1', 'IngressClass', false, ''],
  ['gateway.networking.k8s.io/v1', 'GatewayClass', false, 'gc'],
  ['gateway.networking.k8s.io/v1', 'Gateway', true, 'gtw'],
  ['gateway.networking.k8s.io/v1', 'HTTPRoute', true, ''],
  ['gateway.networking.k8s.io/v1', 'BackendTLSPolicy', true, 'btlspolicy'],
])('%s %s', (apiVersion, kind, namespaced, short) => {
  const facts = kindFacts(apiVersion, kind);
  expect(facts?.namespaced).toBe(namespaced);
  expect(facts?.shortNames.join()).toBe(short);
});

test('a version that the minor does not serve has no facts', () => {
  expect(kindFacts('batch/v1beta1', 'CronJob')).toBeUndefined();
  expect(kindFacts('batch/v1beta1', 'CronJob', '1.24')?.shortNames).toEqual(['cj']);
});
