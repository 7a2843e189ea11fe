import { expect, test } from 'vitest';
import { applyExpectations, lintText } from '../../../src/lint/index.ts';
import { structural } from './support/structure.ts';

const text = 'apiVersion: v1\nkind: Pod\nspec: {containers: [{name: 1, image: 2}]}\n';
const findings = structural(lintText(text, { file: 'f' }).findings);
const rules = (expectations: { rule: string; path?: string }[]) =>
  applyExpectations(findings, expectations).map(({ rule, path }) => `${rule} ${path}`);

test.each([
  { name: 'an expected rule is taken away wherever it is', expect: [{ rule: 'schema/type' }], left: [] },
  {
    name: 'a path narrows it',
    expect: [{ rule: 'schema/type', path: 'spec.containers[0].name' }],
    left: ['schema/type spec.containers[0].image'],
  },
  {
    name: 'what did not appear is a finding',
    expect: [{ rule: 'schema/type' }, { rule: 'api/removed', path: 'apiVersion' }],
    left: ['expect/missing apiVersion'],
  },
])('$name', row => expect(rules(row.expect)).toEqual(row.left));
