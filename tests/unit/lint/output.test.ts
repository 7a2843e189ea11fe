import { readFileSync } from 'node:fs';
import Ajv from 'ajv-draft-04';
import { expect, test } from 'vitest';
import { root } from '../../../scripts/lib/run.ts';
import { type Finding, minors } from '../../../src/lint/index.ts';
import { formatGithub } from '../../../src/lint/output/github.ts';
import { formatJson } from '../../../src/lint/output/json.ts';
import { formatSarif } from '../../../src/lint/output/sarif.ts';
import { formatRanges, formatText } from '../../../src/lint/output/text.ts';

const finding: Finding = {
  file: 'a,b/c d.yaml',
  line: 3,
  column: 5,
  endLine: 3,
  endColumn: 9,
  document: 0,
  level: 'error',
  rule: 'schema/type',
  path: 'spec.replicas',
  message: '100% wrong:\nno',
  hint: 'mend it',
};

test('GitHub annotations are escaped', () => {
  const [line] = formatGithub([finding]).split('\n');
  expect(line).toBe(
    '::error file=a%2Cb/c d.yaml,line=3,endLine=3,col=5,endColumn=9,title=schema/type::100%25 wrong:%0Ano (spec.replicas)%0Amend it',
  );
});

test('JSON is one object', () => {
  const files = [{ file: 'a', validMinors: ['1.35', '1.36'] }];
  const parsed = JSON.parse(formatJson({ findings: [finding], files, k8s: '1.36' }));
  expect(parsed).toEqual({ findings: [finding], files: 1, k8s: '1.36', valid: { a: ['1.35', '1.36'] } });
});

test('SARIF has what GitHub asks for', () => {
  const [run] = JSON.parse(formatSarif([finding, finding], 'en')).runs;
  const [first, second] = run.results;
  expect(run.tool.driver.rules[first.ruleIndex].id).toBe('schema/type');
  expect(first.locations[0].physicalLocation).toEqual({
    artifactLocation: { uri: 'a%2Cb/c%20d.yaml', uriBaseId: '%SRCROOT%' },
    region: { startLine: 3, startColumn: 5, endLine: 3, endColumn: 9 },
  });
  expect(first.partialFingerprints).not.toEqual(second.partialFingerprints);
  expect(JSON.parse(formatSarif([], 'ja')).runs[0].results).toEqual([]);
});

/** The standard's own schema; forms of addresses and times are not looked at. */
const schema = JSON.parse(readFileSync(`${root}/tests/fixtures/sarif/sarif-2.1.0-rtm.5.json`, 'utf8'));
const isSarif = new Ajv({
  allErrors: true,
  strict: false,
  validateFormats: false,
  unicodeRegExp: false,
}).compile(schema);

test.each([
  { name: 'nothing was found', findings: [] },
  { name: 'things were found', findings: [finding, { ...finding, file: '/tmp/a b.yaml', path: '' }] },
  {
    name: 'standard input was read',
    findings: [{ ...finding, file: '-', level: 'info' as const, hint: '' }],
  },
])('SARIF is valid when $name', ({ findings }) => {
  for (const locale of ['ja', 'en'] as const) {
    isSarif(JSON.parse(formatSarif(findings, locale)));
    expect(isSarif.errors ?? []).toEqual([]);
  }
  const broken = JSON.parse(formatSarif(findings, 'ja'));
  broken.runs[0].tool.driver.rules[0].level = 'error';
  expect(isSarif(broken)).toBe(false);
});

test('a finding without a hint has an empty one in JSON', () => {
  const { hint: _, ...plain } = finding;
  expect(JSON.parse(formatJson({ findings: [plain], files: [], k8s: '1.36' })).findings[0].hint).toBe('');
});

test('text names level, rule and field, and where a file is valid', () => {
  const files = [
    { file: 'a', validMinors: ['1.15', '1.17', '1.36'] },
    { file: 'b', validMinors: [] },
  ];
  expect(formatText({ findings: [finding], files, k8s: '1.36' }, minors(), 'en', false)).toBe(
    'a,b/c d.yaml:3:5: error schema/type 100% wrong:\nno (spec.replicas)\n  mend it\na: valid in 1.15-1.17, 1.36\nb: valid in no minor\n2 files (Kubernetes 1.36): 1 errors, 0 warnings, 0 infos',
  );
  expect(formatRanges([], minors())).toBe('');
});
