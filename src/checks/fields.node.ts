import { visit } from 'unist-util-visit';
import { type Field, findField, splitReferences } from '../registry/fields.ts';
import type { Problem } from '../site/error.ts';
import { at, attribute, type Jsx } from './mdx.node.ts';

/** Checks the fields that a `<Manifest>` highlights and that its notes belong to: each must be in the file, once. */
export function checkFields(file: string, node: Jsx, fields: readonly Field[]): Problem[] {
  const path = attribute(node, 'path') ?? '';
  const named = splitReferences(attribute(node, 'highlight') ?? '').map(reference => ({ node, reference }));
  visit(node, ['mdxJsxFlowElement', 'mdxJsxTextElement'], child => {
    const element = child as Jsx;
    if (element.name === 'Note') named.push({ node: element, reference: attribute(element, 'at') ?? '' });
  });
  return named.flatMap(({ node: place, reference }): Problem[] => {
    const result = findField(fields, reference);
    if (result.field) return [];
    const where = at(file, place);
    if (result.reason === 'ambiguous')
      return [
        {
          where,
          what: `フィールド「${reference}」は manifests/${path} に ${result.among.length} か所あります。`,
          why: 'どのオブジェクトの行か決まりません。',
          fix: `種類と名前を付けてください: ${result.among.join('、')}`,
        },
      ];
    return [
      {
        where,
        what: `フィールド「${reference}」は manifests/${path} にありません。`,
        why: '注記と強調は、行番号ではなくフィールドに付いています。付ける先がないと出せません。',
        fix:
          result.among.length > 0
            ? `近いフィールド: ${result.among.join('、')}`
            : 'kubectl と同じ書き方で指定してください。例: spec.ports[0].port',
      },
    ];
  });
}
