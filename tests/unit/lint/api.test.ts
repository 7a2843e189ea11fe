import { describe, expect, test } from 'vitest';
import { lintText, minors, validMinors } from '../../../src/lint/index.ts';

const object = (apiVersion: string, kind: string) =>
  `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: {name: a}\n`;
const found = (apiVersion: string, kind: string, k8s = '1.36') =>
  lintText(object(apiVersion, kind), { file: 'f', k8s, locale: 'en' }).findings.filter(({ rule }) =>
    rule.startsWith('api/'),
  );

describe('what a minor makes of an apiVersion and kind', () => {
  test.each([
    {
      api: 'extensions/v1beta1',
      kind: 'Ingress',
      k8s: '1.36',
      rule: 'removed',
      says: ['removed in 1.22', 'networking.k8s.io/v1'],
    },
    {
      api: 'extensions/v1beta1',
      kind: 'Deployment',
      k8s: '1.18',
      rule: 'removed',
      says: ['removed in 1.16', 'apps/v1'],
    },
    {
      api: 'autoscaling/v2beta2',
      kind: 'HorizontalPodAutoscaler',
      k8s: '1.36',
      rule: 'removed',
      says: ['removed in 1.26', 'autoscaling/v2'],
    },
    {
      api: 'batch/v1beta1',
      kind: 'CronJob',
      k8s: '1.25',
      rule: 'removed',
      says: ['removed in 1.25', 'batch/v1'],
    },
    {
      api: 'batch/v1beta1',
      kind: 'CronJob',
      k8s: '1.24',
      rule: 'deprecated',
      says: ['removed in 1.25', 'batch/v1'],
    },
    {
      api: 'policy/v1beta1',
      kind: 'PodSecurityPolicy',
      k8s: '1.36',
      rule: 'removed',
      says: ['removed in 1.25', 'no kind replaces it'],
    },
    {
      api: 'autoscaling/v2',
      kind: 'HorizontalPodAutoscaler',
      k8s: '1.22',
      rule: 'too-new',
      says: ['since 1.23', 'autoscaling/v1'],
    },
    {
      api: 'networking.k8s.io/v1beta1',
      kind: 'Ingress',
      k8s: '1.19',
      rule: 'deprecated',
      says: ['networking.k8s.io/v1'],
    },
    {
      api: 'resource.k8s.io/v1beta1',
      kind: 'ResourceClaim',
      k8s: '1.33',
      rule: 'off-by-default',
      says: ['1.33'],
    },
    { api: 'v1', kind: 'Endpoints', k8s: '1.33', rule: 'deprecated', says: ['EndpointSlice'] },
    { api: 'v1', kind: 'Deployment', k8s: '1.36', rule: 'unknown-kind', says: ['Deployment is in apps/v1'] },
    {
      api: 'apps/v1',
      kind: 'Deploymnet',
      k8s: '1.36',
      rule: 'unknown-kind',
      says: ['did you mean Deployment?'],
    },
    { api: 'apps/v2', kind: 'Deployment', k8s: '1.36', rule: 'unknown-kind', says: ['apps/v1'] },
    { api: 'example.org/v1', kind: 'Thing', k8s: '1.36', rule: 'not-checked', says: [] },
    { api: 'v1', kind: 'Pod', k8s: '1.99', rule: 'unknown-minor', says: ['1.13-1.36'] },
  ])('$api $kind in $k8s is api/$rule', ({ api, kind, k8s, rule, says }) => {
    const [finding, ...others] = found(api, kind, k8s);
    expect(others).toEqual([]);
    expect(finding?.rule).toBe(`api/${rule}`);
    for (const words of says) expect(`${finding?.message}; ${finding?.hint}`).toContain(words);
  });

  test.each([
    ['apps/v1', 'Deployment', '1.13'],
    ['v1', 'Endpoints', '1.32'],
    ['flowcontrol.apiserver.k8s.io/v1beta3', 'FlowSchema', '1.26'],
    ['networking.k8s.io/v1', 'ServiceCIDR', '1.33'],
  ])('%s %s is plainly served in %s', (api, kind, k8s) => {
    expect(found(api, kind, k8s).filter(({ rule }) => rule !== 'api/deprecated')).toEqual([]);
  });

  test.each([
    { name: 'apiVersion', text: 'kind: Pod\nmetadata: {name: a}\n', rule: 'api/apiversion-missing' },
    { name: 'kind', text: 'apiVersion: v1\nmetadata: {name: a}\n', rule: 'api/kind-missing' },
  ])('a missing $name is one finding', ({ text, rule }) => {
    expect(lintText(text, { file: 'f' }).findings.map(finding => finding.rule)).toEqual([rule]);
  });
});

describe('validMinors', () => {
  const ingress = `${object('networking.k8s.io/v1', 'Ingress')}spec: {defaultBackend: {service: {name: a, port: {number: 80}}}}\n`;
  test.each([
    { name: 'a kind since 1.19', text: ingress, first: '1.19', last: '1.36' },
    {
      name: 'a removed kind',
      text: `${object('extensions/v1beta1', 'Ingress')}spec: {backend: {serviceName: a, servicePort: http}}\n`,
      first: '1.13',
      last: '1.21',
    },
    {
      name: 'a field since 1.34',
      text: `${object('v1', 'Pod')}spec: {hostnameOverride: a, containers: [{name: a, image: b}]}\n`,
      first: '1.34',
      last: '1.36',
    },
  ])('of $name', ({ text, first, last }) => {
    const valid = validMinors(text);
    expect([valid[0], valid.at(-1)]).toEqual([first, last]);
  });

  test('is what checking each minor says', () => {
    for (const text of [
      ingress,
      object('v1', 'Secret'),
      `${object('v1', 'Pod')}spec: {containers: [{name: a, image: b, restartPolicyRules: []}]}\n`,
    ]) {
      const slow = minors().filter(
        k8s => !lintText(text, { file: 'f', k8s }).findings.some(({ level }) => level === 'error'),
      );
      expect(validMinors(text)).toEqual(slow);
    }
  });

  test('is empty for what cannot be read', () => expect(validMinors('a: b: c')).toEqual([]));
});
