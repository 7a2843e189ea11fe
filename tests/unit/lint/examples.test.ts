import { describe, expect, test } from 'vitest';
import { root } from '../../../scripts/lib/run.ts';
import { documentedRules } from '../../../src/lint/docs.ts';
import { ruleExamples } from '../../../src/lint/examples.node.ts';

/** More than a mebibyte: nobody wants to see an example of it. */
const withoutExamples = ['config/size'];

const ids = documentedRules().map(({ id }) => id);

describe('what a rule page shows', () => {
  test.each(ids)('%s: something to find in the bad example, nothing in the good one', async id => {
    const examples = await ruleExamples(root, id, 'ja');
    if (withoutExamples.includes(id)) {
      expect(examples).toBeUndefined();
      return;
    }
    expect(examples?.good.findings).toEqual([]);
    const { text = '', findings = [] } = examples?.bad ?? {};
    expect(findings.length).toBeGreaterThan(0);
    for (const { line, message } of findings) {
      expect(line).toBeLessThanOrEqual(text.split('\n').length);
      expect(message.length).toBeGreaterThan(3);
    }
    const shown = examples && Object.values(examples).map(({ text, k8s }) => `${k8s}\n${text}`);
    expect(new Set(shown).size).toBe(2);
  });
});
