import { diffLines } from '../registry/diff.ts';
import { callout, quiz, steps } from '../site/strings.ja.ts';
import type { Library } from './library.ts';
import { type Expand, fence, type Jsx, quote } from './render.ts';
import { erratumText, resourceText, sessionText } from './words.ts';

/** What each component that an author may write is in plain Markdown; the rest of them are their content. */
export function expander(library: Library, address: (path: string) => string): Expand {
  let question = 0;
  let step = 0;
  let note = 0;
  const components: Record<string, Expand> = {
    Manifest: (element, inner) => {
      const path = attribute(element, 'path');
      const { text = '' } = library.manifests.get(path) ?? {};
      const name = `[\`${path}\`](${address(`/manifests/${path}`)})`;
      note = 0;
      return [name, fence('yaml', text), inner].filter(Boolean).join('\n\n');
    },
    Note: (element, inner) => `${++note}. \`${attribute(element, 'at')}\`：${inner}`,
    ManifestDiff: element => {
      const [from, to] = [attribute(element, 'from'), attribute(element, 'to')];
      return fence('diff', diffText(library, from, to));
    },
    Steps: (_, inner) => {
      step = 0;
      return inner;
    },
    Step: (element, inner) => `**手順${++step}：${attribute(element, 'title')}**\n\n${inner}`,
    Check: (_, inner) => quote(`**${steps.check}**：${inner}`),
    Tab: (element, inner) => `**${attribute(element, 'name')}**\n\n${inner}`,
    Session: element => sessionOf(library, attribute(element, 'id')),
    Erratum: element => erratumOf(library, attribute(element, 'id')),
    ResourceTable: () => resourceText(address),
    Ref: element => `[^${attribute(element, 'id')}]`,
    Callout: (element, inner) => {
      const kind = attribute(element, 'kind') as keyof typeof callout;
      return quote(`**${callout[kind] ?? callout.note}**\n\n${inner}`);
    },
    Question: (_, inner) => `**問${++question}** ${inner}`,
    Answer: (_, inner) => `**${quiz.answer}**：${inner}`,
  };
  return (element, inner) => components[element.name ?? '']?.(element, inner) ?? inner;
}

function diffText({ manifests }: Library, from: string, to: string): string {
  const [old = [], now = []] = [from, to].map(path =>
    manifests.get(path)?.text.replace(/\n$/, '').split('\n'),
  );
  const lines = diffLines(old, now).map(line =>
    line.kind === 'del' ? `-${old[line.old]}` : `${line.kind === 'ins' ? '+' : ' '}${now[line.now]}`,
  );
  return [`--- ${from}`, `+++ ${to}`, ...lines].join('\n');
}

function sessionOf({ sessions, recordings }: Library, id: string): string {
  const [slug = '', name = ''] = id.split('/');
  const session = sessions.get(slug)?.sessions.find(item => item.id === name);
  const record = recordings.get(slug)?.sessions[name];
  const steps = (session?.steps ?? []).filter(step => !step.hidden);
  return sessionText(
    session?.title ?? id,
    steps.map(({ run, quiet }, index) => ({ run, output: quiet ? '' : record?.steps[index]?.output })),
    record,
  );
}

function erratumOf({ errata, sources }: Library, id: string): string {
  const erratum = errata.get(id);
  return erratum
    ? erratumText(
        id,
        erratum,
        erratum.sources.flatMap(source => sources.get(source) ?? []),
      )
    : '';
}

/** An attribute that is written as a string; '' when it is not there. */
export function attribute(element: Jsx, name: string): string {
  const found = element.attributes.find(item => item.type === 'mdxJsxAttribute' && item.name === name);
  return typeof found?.value === 'string' ? found.value : '';
}
