import { expect, test } from 'vitest';
import { resourceText } from '../../../src/twin/words.ts';

test('the resource table is a Markdown table for each group', () => {
  const text = resourceText(path => `https://example.org${path}`);
  expect(text).toContain(
    '| [Deployment](https://example.org/deployments/#deployment) `deploy` | ReplicaSetを世代ごとに持ち、更新と巻き戻しをする。`apps/v1` 名前空間の中 |',
  );
  expect(text).toContain('| [IngressClass](https://example.org/ingress/#controller) | ');
  expect(text.split('\n').filter(line => line.startsWith('**'))).toHaveLength(5);
});
