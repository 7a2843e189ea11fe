import { HtmlValidate } from 'html-validate';
import { expect, test } from 'vitest';
import { builtPages, dist } from '../helpers/dist.ts';

const validator = new HtmlValidate({ extends: ['html-validate:standard'] });

/** What the validator says about a page, as `line:column rule: message`. */
async function faults(html: string): Promise<string[]> {
  const { results } = await validator.validateString(html);
  return results
    .flatMap(({ messages }) => messages)
    .map(({ line, column, ruleId, message }) => `${line}:${column} ${ruleId}: ${message}`);
}

test.each(builtPages(dist))('$file is valid HTML', async ({ html }) => {
  expect(await faults(html)).toEqual([]);
});

test.each([
  ['an element in a wrong place', '<ul><div></div></ul>'],
  ['an unknown attribute value', '<button type="buton">a</button>'],
  ['an end tag too many', '<p>a</p></p>'],
])('%s would be found', async (_, fragment) => {
  const html = `<!doctype html><html lang="ja"><head><title>a</title></head><body>${fragment}</body></html>`;
  expect(await faults(html)).not.toEqual([]);
});
