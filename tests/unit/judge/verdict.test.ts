import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../../scripts/judge/json.ts';
import type { Answer, Server } from '../../../scripts/judge/server.ts';
import { ask, isBeyondDryRun, isEnvironmental } from '../../../scripts/judge/verdict.ts';

const collections = new Map([['v1 Pod', { prefix: '/api/v1', resource: 'pods', namespaced: true }]]);

function fakeServer(answer: Answer): Server & { paths: string[] } {
  const paths: string[] = [];
  const post = async (path: string) => {
    paths.push(path);
    return answer;
  };
  return { paths, get: post, post, close: () => {} };
}

const pod = (namespace?: string): JsonObject => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: namespace === undefined ? {} : { namespace },
});

describe('what a server says', () => {
  test.each([
    { name: 'goes to default without a namespace', namespace: undefined, segment: 'default' },
    { name: 'goes to the object’s own namespace', namespace: 'sea', segment: 'sea' },
    { name: 'keeps odd names inside their segment', namespace: 'a b', segment: 'a%20b' },
    { name: 'never lets a name change the path', namespace: '../x', segment: 'default' },
  ])('$name', async ({ namespace, segment }) => {
    const server = fakeServer({ code: 201, body: {} });
    await ask(server, collections, pod(namespace));
    expect(server.paths).toEqual([`/api/v1/namespaces/${segment}/pods?dryRun=All&fieldValidation=Strict`]);
  });

  test('keeps fields, reason and message of a refusal', async () => {
    const causes = [
      { field: 'spec.containers', reason: 'FieldValueRequired' },
      { field: 'spec.containers', reason: 'FieldValueInvalid' },
      { field: '<nil>', reason: 'FieldValueInvalid' },
    ];
    const server = fakeServer({ code: 422, body: { message: 'Pod is invalid', details: { causes } } });
    expect(await ask(server, collections, pod(), 6)).toEqual({
      verdict: 'reject',
      code: 422,
      fields: ['spec.containers'],
      reason: 'Required',
      message: 'Pod is',
    });
  });

  test('keeps the warning of an acceptance', async () => {
    const server = fakeServer({ code: 201, body: {}, warning: '299 - "old"' });
    expect(await ask(server, collections, pod())).toEqual({ verdict: 'accept', warning: '299 - "old"' });
  });

  test('says when the server does not have the kind', async () => {
    const server = fakeServer({ code: 201, body: {} });
    expect(await ask(server, collections, { apiVersion: 'v2', kind: 'Pod' })).toEqual({
      verdict: 'unknown-kind',
    });
  });

  test.each([
    { name: 'a taken address', message: 'provided IP is already allocated', expected: true },
    {
      name: 'an address outside the cluster’s range',
      message: 'the provided IP (1.2.3.4) is not in the valid range. The range of valid IPs is x',
      expected: true,
    },
    {
      name: 'a node port outside the default range',
      message: 'provided port is not in the valid range. The range of valid ports is 30000-32767',
      expected: false,
    },
    { name: 'an ordinary refusal', message: 'must be between 1 and 65535', expected: false },
  ])('tells whether the cluster decides: $name', ({ message, expected }) => {
    expect(isEnvironmental({ verdict: 'reject', code: 422, message })).toBe(expected);
  });
});

test.each([
  { name: 'a node port below the default range', ports: [{ nodePort: 300 }], expected: true },
  {
    name: 'a node port above it, behind a good one',
    ports: [{ nodePort: 30000 }, { nodePort: 32768 }],
    expected: true,
  },
  { name: 'the ends of the range', ports: [{ nodePort: 30000 }, { nodePort: 32767 }], expected: false },
  { name: 'no node port', ports: [{ port: 80 }, null], expected: false },
])('knows what a dry run does not look at: $name', ({ ports, expected }) => {
  expect(isBeyondDryRun({ apiVersion: 'v1', kind: 'Service', spec: { ports } })).toBe(expected);
});
