import { expect, test } from 'vitest';
import { prefixIds } from '../../../src/components/print/prefix-ids.ts';

const prefixed = (html: string) => prefixIds(html, 'services', ['services', 'ingress'], '/docs/');

test.each([
  [
    'ids and fragments',
    '<h2 id="dns"><a href="#dns"></a></h2>',
    '<h2 id="services--dns"><a href="#services--dns"></a></h2>',
  ],
  ['lists of ids', '<p aria-labelledby="a b">', '<p aria-labelledby="services--a services--b">'],
  ['links to chapters of the page', '<a href="/docs/ingress/#tls">', '<a href="#ingress--tls">'],
  ['links to other pages stay', '<a href="/docs/errata/#e44">', '<a href="/docs/errata/#e44">'],
  [
    'pictures and sources are unique already',
    '<svg aria-labelledby="d0123abcd-t"><a href="#ref-svc">',
    '<svg aria-labelledby="d0123abcd-t"><a href="#ref-svc">',
  ],
  ['text that looks like an attribute', '<code>a id="x" href="#y"</code>', '<code>a id="x" href="#y"</code>'],
  [
    'values with angle brackets',
    '<button data-offline="cat <<\'EOF\' > id="',
    '<button data-offline="cat <<\'EOF\' > id="',
  ],
])('%s', (_name, html, expected) => {
  expect(prefixed(html)).toBe(expected);
});
