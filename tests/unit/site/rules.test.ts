import { describe, expect, test } from 'vitest';
import { documentedRules } from '../../../src/lint/docs.ts';
import { groupRules, withoutGaps } from '../../../src/site/rules.ts';

test('every rule stands in exactly one named group', () => {
  const rules = documentedRules();
  const groups = groupRules(rules);
  expect(groups.map(({ id }) => id)).not.toContain('other');
  expect(groups.flatMap(group => group.rules.map(({ id }) => id)).sort()).toEqual(
    rules.map(({ id }) => id).sort(),
  );
});

describe('a page sets Japanese and Latin without a space', () => {
  test.each([
    ['Pod の名前は 63 文字まで', 'Podの名前は63文字まで'],
    ['kubectl exec に -- がない', 'kubectl execに -- がない'],
    ['two words stay', 'two words stay'],
    ['文字。 次の文', '文字。 次の文'],
  ])('%s', (text, shown) => {
    expect(withoutGaps(text)).toBe(shown);
  });
});
