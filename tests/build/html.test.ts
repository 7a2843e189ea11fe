import { expect, test } from 'vitest';
import { contentPolicy } from '../../src/site/security.ts';
import { builtFiles, builtPages, dist, elements, text } from '../helpers/dist.ts';

const pages = builtPages(dist);
const dataScripts = /^application\/(ld\+)?json$|^speculationrules$/;

test.each(pages)('$file has no inline script, inline style or event handler', ({ tree }) => {
  const inline = elements(
    tree,
    element =>
      (element.tagName === 'script' &&
        !text(element, 'src') &&
        !dataScripts.test(text(element, 'type') ?? '')) ||
      element.tagName === 'style' ||
      text(element, 'style') !== undefined ||
      Object.keys(element.properties).some(name => /^on[A-Z]/.test(name)),
  );
  expect(inline.map(element => element.tagName)).toEqual([]);
});

test.each(pages)('$file has the policy before anything that it governs', ({ tree }) => {
  const [head] = elements(tree, ({ tagName }) => tagName === 'head');
  const [charset, policy] = (head?.children ?? []).flatMap(child =>
    child.type === 'element' ? [child] : [],
  );
  expect(charset && text(charset, 'charSet')).toBe('utf-8');
  expect(policy && text(policy, 'httpEquiv')).toBe('content-security-policy');
  expect(policy && text(policy, 'content')).toBe(contentPolicy);
  expect(elements(tree, element => text(element, 'httpEquiv') !== undefined)).toHaveLength(1);
  expect(contentPolicy).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|\*/);
});

test.each(pages)('$file loads nothing from another host', ({ tree }) => {
  const loading = elements(tree, ({ tagName }) =>
    ['script', 'img', 'iframe', 'source', 'link'].includes(tagName),
  ).filter(element => !['canonical', 'alternate', 'license', 'author'].includes(text(element, 'rel') ?? ''));
  const addresses = loading.flatMap(element => [text(element, 'src'), text(element, 'href')]);
  expect(addresses.filter(address => address && /^(https?:)?\/\//.test(address))).toEqual([]);
});

test.each(pages)('$file says what it is', ({ tree }) => {
  const [html] = elements(tree, ({ tagName }) => tagName === 'html');
  expect(html && text(html, 'lang')).toBe('ja');
  const [head] = elements(tree, ({ tagName }) => tagName === 'head');
  const titles = head?.children.filter(child => child.type === 'element' && child.tagName === 'title');
  expect(titles).toHaveLength(1);
  expect(elements(tree, ({ tagName }) => tagName === 'h1')).toHaveLength(1);
  expect(elements(tree, ({ tagName }) => tagName === 'main')).toHaveLength(1);
  const [description] = elements(tree, element => text(element, 'name') === 'description');
  expect(description && text(description, 'content')?.length).toBeGreaterThan(10);
});

test.each(pages)('$file has a picture with words for every diagram', ({ tree, html }) => {
  expect(html).not.toMatch(/<pre[^>]*>\s*(flowchart|sequenceDiagram)/);
  for (const svg of elements(tree, element => element.tagName === 'svg' && text(element, 'role') === 'img')) {
    const names = svg.children.flatMap(child => (child.type === 'element' ? child.tagName : []));
    expect(names).toEqual(expect.arrayContaining(['title', 'desc']));
  }
});

test('no diagram code is shipped', () => {
  expect(builtFiles(dist).filter(file => /mermaid/i.test(file))).toEqual([]);
});
