import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { checkContent } from '../../../src/checks/index.node.ts';
import { formatProblem } from '../../../src/site/error.ts';

const frontMatter = `---
title: Service の種類
summary: Service の四つの種類の使い分けと、名前で見つけるしくみを学びます。
goals: [種類を選べる]
updated: 2026-11-21
---
`;

const good: Record<string, string> = {
  'manifests/services/clusterip.yaml': 'apiVersion: v1\nkind: Service\nmetadata:\n  name: echo\n',
  'src/content/chapters/services.mdx': `${frontMatter}\n## 名前で見つける [#dns]\n\n<Manifest path="services/clusterip.yaml" />\n\n<Session id="services/look" />\n\n名前を引きます。<Ref id="dns" />\n`,
  'src/content/sessions/services.yaml':
    'sessions:\n  - id: look\n    title: 見る\n    lab: node\n    steps:\n      - run: kubectl get svc\n',
  'src/content/recordings/services.json': JSON.stringify({
    sessions: {
      look: {
        k8s: '1.36.3',
        kubectl: '1.36.3',
        date: '2026-11-21',
        lab: 'node',
        steps: [{ run: 'kubectl get svc', output: 'NAME   TYPE', exit: 0 }],
      },
    },
  }),
  'src/content/errata/e48.yaml':
    'title: DNS の接尾辞\nseverity: breaks\nchapter: ingress#dns\nold: {as: command, text: curl http://echo.default.svc.local}\nnow: {as: command, text: curl http://echo.default.svc.cluster.local}\nreason: 既定のクラスタードメインは cluster.local です。\nsince: 最初から\nsources: [dns]\nproofs: [{by: source}]\nrows: [B101]\n',
  'src/data/glossary.yaml': 'pod: {ja: Pod, en: Pod, text: コンテナの組で、配置の最小単位です。}\n',
  'src/data/sources.yaml':
    'dns: {title: DNS, url: "https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/"}\n',
};

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'content-'));
  write(good);
  return () => rmSync(root, { recursive: true });
});

function write(files: Record<string, string>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
}

const chapter = 'src/content/chapters/services.mdx';
const withBody = (body: string) => ({ [chapter]: `${frontMatter}\n${body}\n` });
const erratumOf = (place: string) => ({
  'src/content/errata/e48.yaml': (good['src/content/errata/e48.yaml'] ?? '').replace('ingress#dns', place),
});
const messages = () => checkContent(root).map(formatProblem).join('\n\n');

test('a sound chapter has no problem', () => {
  expect(messages()).toBe('');
});

describe('each fault says where, what, why and how to mend', () => {
  test.each<[string, Record<string, string>]>([
    ['an unknown manifest path', withBody('<Manifest path="services/clusterIP.yaml" />')],
    ['a path that leaves manifests/', withBody('<Manifest path="../package.json" />')],
    ['an unknown front-matter key', { [chapter]: frontMatter.replace('summary:', 'sumary:') }],
    ['broken front matter', { [chapter]: '---\ntitle: "a\n---\n' }],
    ['no front matter', { [chapter]: '## a [#a]\n' }],
    ['two equal heading ids', withBody('## 一 [#dns]\n\n## 二 [#dns]')],
    ['a heading without an id', withBody('## なぜ？')],
    ['a title in the text', withBody('# 題 [#title]')],
    ['MDX that does not parse', withBody('<Manifest path="services/clusterip.yaml">')],
    ['an unknown component', withBody('<Manifst path="services/clusterip.yaml" />')],
    ['a component without its target', withBody('<Session />')],
    ['an unknown session', withBody('<Session id="services/lok" />')],
    ['an unknown source', withBody('文です。<Ref id="dsn" />')],
    [
      'a note on a field that is gone',
      withBody(
        '<Manifest path="services/clusterip.yaml">\n<Note at="spec.selektor">注記</Note>\n</Manifest>',
      ),
    ],
    [
      'a highlight of a field that is gone',
      withBody('<Manifest path="services/clusterip.yaml" highlight="metadata.nam" />'),
    ],
    ['a note outside a manifest', withBody('<Note at="spec">注記</Note>')],
    [
      'a comparison with an unknown file',
      withBody('<ManifestDiff from="services/clusterip.yaml" to="services/x.yaml" />'),
    ],
    ['an unknown term', withBody('<Term id="pood">Pod</Term>')],
    ['a shell fence', withBody('```bash\nkubectl get pod\n```')],
    ['a fence without a language', withBody('```\na\n```')],
    ['a bare URL', withBody('URLはhttps://example.com/foo（参照）です。')],
    ['an erratum that nobody wrote', withBody('## 名前 [#dns]\n\n<Erratum id="e99" />')],
    ['an erratum with an unknown chapter', erratumOf('service#dns')],
    ['an erratum that its chapter does not show', erratumOf('services#dns')],
    ['an erratum of another chapter', withBody('## 名前 [#dns]\n\n<Erratum id="e48" />')],
    [
      'an erratum in another section',
      {
        ...erratumOf('services#dns'),
        ...withBody('## 名前 [#dns]\n\n## 種類 [#types]\n\n<Erratum id="e48" />'),
      },
    ],
    [
      'an erratum that is shown twice',
      {
        ...erratumOf('services#dns'),
        ...withBody('## 名前 [#dns]\n\n<Erratum id="e48" />\n\n### 接尾辞 [#suffix]\n\n<Erratum id="e48" />'),
      },
    ],
    [
      'two equal keys in a data file',
      {
        'src/data/sources.yaml':
          'dns: {title: DNS, url: "https://kubernetes.io/"}\ndns: {title: DNS, url: "https://kubernetes.io/"}\n',
      },
    ],
    [
      'two sessions with one id',
      {
        'src/content/sessions/services.yaml': `${good['src/content/sessions/services.yaml']}  - id: look\n    title: また見る\n    lab: node\n    steps: [{run: date}]\n`,
      },
    ],
    [
      'a command that changed after it was recorded',
      {
        'src/content/sessions/services.yaml': (good['src/content/sessions/services.yaml'] ?? '').replace(
          'get svc',
          'get svc -o wide',
        ),
      },
    ],
  ])('%s', (_name, files) => {
    write(files);
    expect(messages()).toMatchSnapshot();
  });

  test('all faults are reported at once', () => {
    write(withBody('<Manifest path="a.yaml" />\n\n<Session id="b" />\n\n<Ref id="c" />'));
    expect(checkContent(root)).toHaveLength(3);
  });
});
