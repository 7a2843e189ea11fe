import { describe, expect, test } from 'vitest';
import { lintCommand } from '../../../src/lint/kubectl/index.ts';
import { parseScript } from '../../../src/lint/kubectl/shell/parse.ts';
import { readable } from '../../../src/lint/kubectl/shell/word.ts';

/** Each command as `program|argument|argument`; unknown parts as `…`. */
const commandsOf = (text: string) =>
  parseScript(text).commands.map(({ program, args }) =>
    readable([program, ...args].map(word => word.text).join('|')),
  );

test.each([
  {
    name: 'keeps single quotes together',
    text: "kubectl get pods -l 'a in (b, c)'",
    commands: ['kubectl|get|pods|-l|a in (b, c)'],
  },
  { name: 'takes backslashes away', text: 'echo a\\ b \\"c\\"', commands: ['echo|a b|"c"'] },
  { name: 'keeps backslashes in single quotes', text: "echo 'a\\nb'", commands: ['echo|a\\nb'] },
  { name: 'keeps most backslashes in double quotes', text: 'echo "a\\nb\\"c"', commands: ['echo|a\\nb"c'] },
  { name: 'joins glued parts', text: 'echo a"b c"\'d\'', commands: ['echo|ab cd'] },
  { name: 'keeps an empty word', text: 'echo "" x', commands: ['echo||x'] },
  {
    name: 'joins continued lines',
    text: 'kubectl get \\\n  pods \\\n  -w',
    commands: ['kubectl|get|pods|-w'],
  },
  {
    name: 'joins continued lines that end in CR LF',
    text: 'kubectl get \\\r\n  pods\r\nkubectl version',
    commands: ['kubectl|get|pods', 'kubectl|version'],
  },
  {
    name: 'splits at pipes and separators',
    text: 'a | b; c && d || e & f',
    commands: ['a', 'b', 'c', 'd', 'e', 'f'],
  },
  { name: 'splits at newlines', text: 'a\nb', commands: ['a', 'b'] },
  {
    name: 'leaves redirections out',
    text: 'kubectl get pods > out.txt 2>&1 </dev/null',
    commands: ['kubectl|get|pods'],
  },
  {
    name: 'does not take digits for a file descriptor',
    text: 'kubectl scale deploy/web --replicas=3 >x',
    commands: ['kubectl|scale|deploy/web|--replicas=3'],
  },
  { name: 'ends at a comment', text: 'kubectl get pods # -W', commands: ['kubectl|get|pods'] },
  { name: 'keeps # inside a word', text: 'echo a#b', commands: ['echo|a#b'] },
  {
    name: 'skips a prompt',
    text: '$ kubectl get pods\n$ kubectl version',
    commands: ['kubectl|get|pods', 'kubectl|version'],
  },
  { name: 'skips a long prompt', text: 'me@host:~/demo$ kubectl get pods', commands: ['kubectl|get|pods'] },
  {
    name: 'skips assignments',
    text: 'KUBECONFIG="$HOME/a b" A=1 kubectl get pods',
    commands: ['kubectl|get|pods'],
  },
  {
    name: 'sees through sudo, env, time and timeout',
    text: 'sudo -u root env A=1 time timeout -k 5 30 kubectl get pods',
    commands: ['kubectl|get|pods'],
  },
  {
    name: 'sees through xargs',
    text: 'kubectl get pods -o name | xargs -n 1 kubectl delete',
    commands: ['kubectl|get|pods|-o|name', 'kubectl|delete'],
  },
  {
    name: 'reads a quoted command of watch',
    text: 'watch -n 1 "kubectl get pods"',
    commands: ['kubectl|get|pods'],
  },
  {
    name: 'reads the script of sh -c',
    text: "bash -c 'kubectl get pods; kubectl version'",
    commands: ['kubectl|get|pods', 'kubectl|version'],
  },
  {
    name: 'reads command substitutions',
    text: 'echo "$(kubectl get pods)" `kubectl version`',
    commands: ['echo|…|…', 'kubectl|get|pods', 'kubectl|version'],
  },
  { name: 'reads nested substitutions', text: 'a $(b $(c "$(d)"))', commands: ['a|…', 'b|…', 'c|…', 'd'] },
  {
    name: 'reads process substitutions',
    text: 'diff <(kubectl get a) <(kubectl get b)',
    commands: ['diff|…|…', 'kubectl|get|a', 'kubectl|get|b'],
  },
  {
    name: 'reads loops',
    text: 'for p in a b; do kubectl delete pod $p; done',
    commands: ['kubectl|delete|pod|…'],
  },
  {
    name: 'reads conditions',
    text: 'if ! kubectl get ns dev; then kubectl create ns dev; fi',
    commands: ['kubectl|get|ns|dev', 'kubectl|create|ns|dev'],
  },
  { name: 'reads subshells', text: '(cd x && kubectl get pods)', commands: ['cd|x', 'kubectl|get|pods'] },
  {
    name: 'skips a heredoc',
    text: "cat <<'EOF' | kubectl apply -f -\nkubectl foo\nEOF\nkubectl version",
    commands: ['cat', 'kubectl|apply|-f|-', 'kubectl|version'],
  },
  {
    name: 'skips an indented heredoc',
    text: 'cat <<-EOF\n\ta\n\tEOF\nkubectl version',
    commands: ['cat', 'kubectl|version'],
  },
  {
    name: 'takes <name> for a stand-in',
    text: 'kubectl logs <pod-name> -n <ns>',
    commands: ['kubectl|logs|…|-n|…'],
  },
  { name: 'takes Japanese stand-ins', text: 'kubectl logs <Pod の名前>', commands: ['kubectl|logs|…'] },
  {
    name: 'still knows redirections with a space',
    text: 'kubectl apply -f - < web.yaml',
    commands: ['kubectl|apply|-f|-'],
  },
  { name: 'keeps a dollar sign alone', text: 'echo a$ 5$', commands: ['echo|a$|5$'] },
  {
    name: 'expands braces to something unknown',
    text: 'kubectl apply -f {a,b}.yaml',
    commands: ['kubectl|apply|-f|….yaml'],
  },
  {
    name: 'keeps braces of templates',
    text: 'kubectl get pods -o jsonpath={.items[0].kind}',
    commands: ['kubectl|get|pods|-o|jsonpath={.items[0].kind}'],
  },
  {
    name: 'takes a path or .exe off the program',
    text: '/usr/local/bin/kubectl version; kubectl.exe version',
    commands: ['kubectl|version', 'kubectl|version'],
  },
])('$name', ({ text, commands }) => {
  expect(commandsOf(text)).toEqual(commands);
});

describe('places', () => {
  const pieces = (text: string) =>
    lintCommand(text, { k8s: '1.36', locale: 'ja' }).map(
      ({ start, end, line, column }) => `${line}:${column} ${text.slice(start, end)}`,
    );

  test.each([
    { name: 'a letter with its dash', text: 'kubectl get pod -W', found: ['1:17 -W'] },
    { name: 'a letter in a cluster', text: 'kubectl exec -itW web -- sh', found: ['1:17 W'] },
    {
      name: 'a long flag without its value',
      text: 'kubectl run a --image=b --replicas=5',
      found: ['1:25 --replicas'],
    },
    { name: 'a value after =', text: 'kubectl scale deploy/a --replicas="x y"', found: ['1:36 x y'] },
    {
      name: 'the third line of a continued command',
      text: 'kubectl get pods \\\n  -n dev \\\n  -W',
      found: ['3:3 -W'],
    },
    { name: 'a command inside $( )', text: 'A="$(kubectl get pods -W)"', found: ['1:23 -W'] },
    { name: 'a command inside quotes of watch', text: 'watch "kubectl get pods -W"', found: ['1:25 -W'] },
    {
      name: 'a command in a quoted script with escapes',
      text: 'sh -c "kubectl get \\"pods\\" -W"',
      found: ['1:29 -W'],
    },
    { name: 'the type in a list', text: 'kubectl get po,servces,cm', found: ['1:16 servces'] },
    {
      name: 'UTF-16 units after Japanese and emoji',
      text: "echo '注意😀'; kubectl get pods -W",
      found: ['1:31 -W'],
    },
  ])('points at $name', ({ text, found }) => {
    expect(pieces(text)).toEqual(found);
  });
});

describe('what the shell itself trips over', () => {
  test.each([
    { text: "echo 'abc", rule: 'command/quote' },
    { text: 'echo "abc', rule: 'command/quote' },
    { text: 'echo $(kubectl get pods', rule: 'command/quote' },
    { text: 'kubectl　get pods', rule: 'command/typography' },
    { text: 'kubectl get pods –o wide', rule: 'command/typography' },
    { text: 'kubectl get pods —watch', rule: 'command/typography' },
    { text: 'echo “abc”', rule: 'command/typography' },
  ])('$text', ({ text, rule }) => {
    expect(lintCommand(text, { k8s: '1.36', locale: 'ja' }).map(finding => finding.rule)).toContain(rule);
  });

  test('leaves such characters alone inside quotes', () => {
    expect(lintCommand("echo '“abc”　–x'", { k8s: '1.36', locale: 'ja' })).toEqual([]);
  });
});
