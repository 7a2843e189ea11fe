import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { commandRule, kubectlMinors, lintCommand } from '../../../src/lint/kubectl/index.ts';
import answers from '../../fixtures/kubectl/answers.json' with { type: 'json' };

/** Lines of the fixture: what the checker says for 1.36, then the command. */
const rows = readFileSync(new URL('../../fixtures/kubectl/commands.txt', import.meta.url), 'utf8')
  .split('\n')
  .flatMap(line => {
    const [, verdict, command] = /^([^#\t]+)\t(.+)$/.exec(line) ?? [];
    return verdict && command ? [{ verdict, command }] : [];
  });

const lint = (command: string, k8s: string) => lintCommand(command, { k8s, locale: 'en' });

test('the fixture is large enough to mean something', () => {
  expect(rows.length).toBeGreaterThan(200);
  expect(rows.filter(({ verdict }) => verdict !== 'ok').length).toBeGreaterThan(80);
});

test.each(rows)('$verdict: $command', ({ verdict, command }) => {
  const rules = [...new Set(lint(command, '1.36').map(({ rule }) => rule))].sort();
  expect(rules.join(' ') || 'ok').toBe(verdict);
});

/** Verdicts that are ours on purpose: plugins and custom resources that the cluster did not have (a 1.36). */
const ownVerdict = new Set([
  'kubectl krew install ctx',
  'kubectl get httproutes,gateways.gateway.networking.k8s.io',
  'kubectl get nodes.metrics.k8s.io',
  'kubectl get unicorns',
]);
/** PodSecurityPolicy was still there in a 1.22. */
const isOlderThanCluster = (minor: string, command: string) =>
  minor === '1.22' && /psp|podsecurity/.test(command);
/** Rules that look at the shell and the text, of which kubectl knows nothing. */
const isKubectl = (rule: string) =>
  rule.startsWith('kubectl/') && !['kubectl/program', 'kubectl/file'].includes(rule);

describe.each(Object.entries(answers).filter(([command]) => !ownVerdict.has(command)))(
  '%s',
  (command, said) => {
    test.each(Object.entries(said).filter(([minor]) => !isOlderThanCluster(minor, command)))(
      `kubectl %s agrees`,
      (minor, complaint) => {
        const errors = lint(command, minor).filter(
          ({ rule, level }) => level === 'error' && commandRule(rule).fails && isKubectl(rule),
        );
        expect(
          errors.map(({ rule }) => rule),
          complaint,
        ).toHaveLength(complaint ? Math.max(1, errors.length) : 0);
      },
    );
  },
);

test.each([
  { command: 'kubectl create token default', from: '1.30' },
  { command: 'kubectl auth whoami', from: '1.30' },
  { command: 'kubectl wait --for=create pod/web', from: '1.31' },
  { command: 'kubectl autoscale deployment web --max=3 --cpu=70%', from: '1.34' },
  { command: 'kubectl get pods -o kyaml', from: '1.35' },
])('$command works from $from', ({ command, from }) => {
  const works = kubectlMinors.filter(minor => lint(command, minor).length === 0);
  expect(works).toEqual(kubectlMinors.slice(kubectlMinors.indexOf(from)));
});

test.each([
  { command: 'kubectl version --short', until: '1.22' },
  { command: 'kubectl apply -f a.yaml --prune --all --prune-whitelist=core/v1/Pod', until: '1.22' },
])('$command works until $until', ({ command, until }) => {
  const works = kubectlMinors.filter(
    minor => !lint(command, minor).some(({ rule }) => rule === 'kubectl/flag'),
  );
  expect(works.at(-1)).toBe(until);
});

test.each([
  { k8s: '1.37', minor: '1.36' },
  { k8s: '1.29', minor: '1.22' },
  { k8s: '1.13', minor: '1.22' },
])('Kubernetes $k8s is checked with kubectl $minor', ({ k8s, minor }) => {
  const [finding] = lint('kubectl get pods --no-such-flag=x', k8s);
  const [same] = lint('kubectl get pods --no-such-flag=x', minor);
  expect(finding).toEqual(same);
});
