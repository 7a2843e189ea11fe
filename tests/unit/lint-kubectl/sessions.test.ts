import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { isScalar, parseDocument, type Scalar, visit } from 'yaml';
import { lintSessions, lintSessionText } from '../../../src/lint/kubectl/sessions.node.ts';
import { scalarOffsets } from '../../../src/lint/kubectl/site/scalar-offsets.ts';
import { writtenFiles } from '../../../src/lint/kubectl/written-files.ts';

const session = (steps: string) => `sessions:
  - id: a
    title: 題
    lab: none
    steps:
${steps}`;

/** `line: text under the finding (rule)` for each finding. */
function found(text: string, files: string[] = []): string[] {
  const lines = text.split('\n');
  return lintSessionText(text, 'a.yaml', files).map(({ line, column, endLine, endColumn, rule }) => {
    const row = lines[line - 1] ?? '';
    return `${line}: ${row.slice(column - 1, endLine === line ? endColumn - 1 : undefined)} (${rule})`;
  });
}

describe('places in the YAML file', () => {
  test.each([
    { name: 'a plain scalar', steps: '      - run: kubectl get pods -W', at: '6: -W' },
    { name: 'a scalar in single quotes', steps: "      - run: 'kubectl get pods -l ''a'' -W'", at: '6: -W' },
    {
      name: 'a scalar in double quotes',
      steps: '      - run: "kubectl get \\"pods\\" \\u002dn dev -W"',
      at: '6: -W',
    },
    {
      name: 'a literal block',
      steps: '      - run: |\n          kubectl get pods \\\n            -n dev \\\n            -W',
      at: '9: -W',
    },
    {
      name: 'a literal block with an indentation mark',
      steps: '      - run: |2-\n          kubectl get pods -W',
      at: '7: -W',
    },
    {
      name: 'a literal block after empty lines',
      steps: '      - run: |-\n\n\n          kubectl get pods -W',
      at: '9: -W',
    },
    {
      name: 'a folded block',
      steps: '      - run: >-\n          kubectl get pods\n          -n dev\n          -W',
      at: '9: -W',
    },
    {
      name: 'a folded block with an empty line',
      steps: '      - run: >-\n          kubectl version\n\n          kubectl get pods\n          -W',
      at: '10: -W',
    },
    {
      name: 'a plain scalar over two lines',
      steps: '      - run: kubectl get pods\n          -W',
      at: '7: -W',
    },
    {
      name: 'a scalar in double quotes over two lines',
      steps: '      - run: "kubectl get \\\n          pods\n          -W"',
      at: '8: -W',
    },
    { name: 'a step in flow style', steps: '      - { run: kubectl get pods -W }', at: '6: -W' },
    {
      name: 'a line of Japanese before the command',
      steps: "      - run: |\n          echo '確認😀'\n          kubectl get pods -W",
      at: '8: -W',
    },
  ])('are right in $name', ({ steps, at }) => {
    expect(found(session(steps))).toEqual([`${at} (kubectl/flag)`]);
    const crlf = session(steps).replaceAll('\n', '\r\n');
    expect(found(crlf)).toEqual([`${at} (kubectl/flag)`]);
  });

  test('are right in setup and teardown', () => {
    const text = `setup:\n  - kubectl get pods -W\n${session('      - run: kubectl version')}\nteardown:\n  - kubectl delete\n`;
    expect(found(text)).toEqual(['2: -W (kubectl/flag)', '10: delete (kubectl/arguments)']);
  });

  test('every mapped character is the one in the file', () => {
    const text = session(
      [
        'plain text here',
        "'it''s quoted'",
        '"a\\tb \\"c\\""',
        '|\n          one\n            two\n\n          three',
        '>\n          one\n          two\n\n          three',
      ]
        .map(run => `      - run: ${run}`)
        .join('\n'),
    );
    visit(parseDocument(text), {
      Scalar(key, node) {
        if (key === 'key' || !isScalar(node) || typeof node.value !== 'string') return;
        const offsets = scalarOffsets(text, node as Scalar<string>);
        expect(offsets).toHaveLength(node.value.length + 1);
        for (const [index, character] of node.value.split('').entries())
          if (!/[\s"']/.test(character)) expect(text[offsets[index] ?? -1]).toBe(character);
      },
    });
  });
});

describe('what a session may do', () => {
  test('a step that must fail may break rules that explain the failure', () => {
    expect(found(session('      - run: kubectl exec web sh\n        exit: 1'))).toEqual([]);
    expect(found(session('      - run: kubectl exec web sh\n        exit: 0'))).toHaveLength(1);
  });

  test('but not rules about what works', () => {
    expect(found(session('      - run: kubectl get pods -l a=b -l c=d\n        exit: 1'))).toHaveLength(1);
  });

  test('a step may name the rules that it breaks on purpose', () => {
    const step = (rule: string) =>
      session(`      - run: kubectl get pods -l a=b -l c=d\n        lint: [${rule}]`);
    expect(found(step('kubectl/selector-twice'))).toEqual([]);
    expect(found(step('kubectl/selector-twice, kubectl/flag')).join()).toContain('(expect/missing)');
  });

  test('and may name one that it breaks as it must fail', () => {
    const step = '      - run: kubectl exec web sh\n        exit: 1\n        lint: [kubectl/exec-separator]';
    expect(found(session(step))).toEqual([]);
  });

  test('a file must be in manifests/, or written by an earlier command', () => {
    const use = '      - run: kubectl apply -f a/web.yaml -f new.yaml';
    expect(found(session(use), ['a/web.yaml'])).toEqual(['6: new.yaml (kubectl/file)']);
    const make = '      - run: kubectl create deployment web --image=a --dry-run=client -o yaml > new.yaml\n';
    expect(found(session(make + use), ['a/web.yaml'])).toEqual([]);
  });

  test.each([
    { text: 'kubectl apply -f manifests/a/web.yaml', rule: 'kubectl/file' },
    { text: 'kubectl apply -f b/web.yaml', rule: 'kubectl/file' },
    { text: 'kubectl apply -k a', rule: 'kubectl/file' },
    { text: 'kind create cluster --config a/kind.yaml', rule: 'kubectl/file' },
    { text: 'kubectl apply -f a/', rule: undefined },
    { text: 'kubectl apply -f ./a/web.yaml', rule: undefined },
    { text: 'kubectl apply -f https://example.com/web.yaml', rule: undefined },
    { text: 'kubectl apply -f "$FILE"', rule: undefined },
    { text: 'kubectl apply -k k', rule: undefined },
    { text: 'kubectl logs -f web', rule: undefined },
  ])('$text', ({ text, rule }) => {
    const findings = lintSessionText(session(`      - run: ${text}`), 'a.yaml', [
      'a/web.yaml',
      'k/kustomization.yaml',
    ]);
    expect(findings[0]?.rule).toBe(rule);
  });
});

test.each([
  { text: 'echo a > x.yaml', files: ['x.yaml'] },
  { text: 'cat <<EOF | tee ./y.yaml | kubectl apply -f -\na\nEOF', files: ['y.yaml'] },
  { text: 'curl -fsSL -o z.yaml https://example.com/a.yaml', files: ['z.yaml'] },
  { text: 'curl -LO https://example.com/a.yaml', files: ['a.yaml'] },
  { text: 'cp a.yaml b.yaml && mv b.yaml c.yaml', files: ['b.yaml', 'c.yaml'] },
  { text: 'openssl req -x509 -keyout tls.key -out=tls.crt', files: ['tls.key', 'tls.crt'] },
  { text: 'kubectl get pods 2>&1 | head', files: [] },
])('$text writes $files', ({ text, files }) => {
  expect(writtenFiles(text)).toEqual(files);
});

describe('a project', () => {
  let root = '';
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  test('is read as a whole: sessions, the until steps of sets, what errata call right', () => {
    root = mkdtempSync(join(tmpdir(), 'sessions-'));
    const files = {
      'src/content/sessions/b.yaml': session('      - run: kubectl apply -f web/a.yaml -W'),
      'src/content/sessions/a.yaml': session('      - run: kubectl apply -f web/none.yaml'),
      'src/content/sessions/broken.yaml': 'sessions: [',
      'src/content/sessions/odd.yaml': 'sessions: { steps: 1 }\nsetup: kubectl',
      'src/content/errata/e01.yaml':
        'old: {as: command, text: kubctl get pods}\nnow: {as: command, text: kubectl get -f notes.yaml -W}\n',
      'src/content/errata/e02.yaml': 'now: {as: yaml, text: kubctl get pods}\n',
      'manifests/web/a.yaml': 'a: 1\n',
      'manifests/web/set.json':
        '{\n  "steps": [\n    { "apply": ["web/a.yaml"], "until": ["rollout status deployment/web --timeout=90"] }\n  ]\n}\n',
    };
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, name)), { recursive: true });
      writeFileSync(join(root, name), text);
    }
    const { findings, files: count } = lintSessions(root, { locale: 'en' });
    expect(count).toBe(6);
    expect(
      findings.map(({ file, line, column, rule, path }) => `${file}:${line}:${column} ${rule} ${path}`),
    ).toEqual([
      'manifests/web/set.json:3:83 kubectl/bad-value steps[0].until[0]',
      'src/content/errata/e01.yaml:2:52 kubectl/flag now.text',
      'src/content/sessions/a.yaml:6:31 kubectl/file sessions[0].steps[0].run',
      'src/content/sessions/b.yaml:6:42 kubectl/flag sessions[0].steps[0].run',
    ]);
    expect(lintSessions(join(root, 'no-such-folder'))).toEqual({ findings: [], files: 0 });
  });
});
