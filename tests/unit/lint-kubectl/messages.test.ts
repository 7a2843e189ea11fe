import { expect, test } from 'vitest';
import { commandDocs } from '../../../src/lint/kubectl/docs.ts';
import { commandRules, lintCommand } from '../../../src/lint/kubectl/index.ts';
import { en } from '../../../src/lint/kubectl/messages/en.ts';
import { ja } from '../../../src/lint/kubectl/messages/ja.ts';

/** Commands whose findings show the other wordings of a rule. */
const more = [
  'kubectl gte pods',
  'kubectl auth whoami',
  'kubectl rollout',
  'kubectl --watch get pods',
  'kubectl get pods --watchh',
  'kubectl get pods -W',
  'kubectl create token default --durations=1m',
  'kubectl run tmp --image=busybox:1.38.0 sh -c date',
  'kubectl version --short',
  'kubectl get pods ---watch',
  'kubectl autoscale deployment web --max=3 --cpu-percent=70',
  'kubectl scale deployment/web --replicas=three',
  'kubectl rollout status deployment/web --timeout=30',
  'kubectl delete deployment web --cascade=all',
  'kubectl get pods -output=yaml',
  'kubectl wait --for=Ready pod/web',
  'kubectl get psp',
  'kubectl get unicorns',
  'kubectl delete deploy/web web',
  'kubectl exec web',
  'kubectl exec web sh -- -c date',
  'kubectl create job once --image=busybox:1.38.0 date',
  'kubectl create namespace',
  'kubectl logs',
  'kubectl create rolebinding readers --user=alice',
  'kubectl create namespace dev --dry-run=true',
  'kubectl create namespace --dry-run client',
  'kubectl apply -f manifests/a/web.yaml -k b',
  "kubectl get pods -o go-template='{{range .items}}'",
  "kubectl get pods -o jsonpath='{.items[0'",
  "kubectl get pods --template='{.kind}}'",
  'minikube start --vm-driver=docker',
  'echo 全角　空白',
];

test.each(['ja', 'en'] as const)('messages in %s', locale => {
  const commands = [...commandRules.map(({ id }) => commandDocs[id].bad), ...more];
  const texts = commands.map(command => {
    const k8s = command.includes('whoami') ? '1.22' : '1.36';
    const findings = lintCommand(command, { k8s, locale, files: ['a/web.yaml'] });
    return [
      command,
      ...findings.map(
        ({ rule, level, line, column, message, hint }) =>
          `  ${line}:${column} ${level} ${rule} ${message}${hint ? `\n    ${hint}` : ''}`,
      ),
    ].join('\n');
  });
  expect(texts.join('\n\n')).toMatchSnapshot();
});

test('both languages have the same messages', () => {
  expect(Object.keys(en).sort()).toEqual(Object.keys(ja).sort());
});
