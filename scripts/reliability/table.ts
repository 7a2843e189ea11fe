import { relative } from 'node:path';
import { root } from '../lib/run.ts';
import { rows } from './rows.ts';

/** The part of vitest's JSON report that is read. */
export interface Report {
  testResults: {
    name: string;
    assertionResults: {
      fullName: string;
      title: string;
      status: 'passed' | 'failed' | 'skipped' | 'pending' | 'todo';
      meta?: { figure?: string; reliability?: { id: string; name: string; figure: string; where: string } };
    }[];
  }[];
}

/** The tests of the offline copy, which name themselves. */
export const scenarioFile = 'tests/offline/offline.test.ts';

/** docs/RELIABILITY.md out of what the tests have measured. What did not run is said, and never counts as passed. */
export function reliabilityTable({ testResults }: Report, figures: readonly string[]): string {
  const tests = testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.map(test => ({ ...test, file: relative(root, name).replaceAll('\\', '/') })),
  );
  const counted = rows.map(({ id, promise, file, name }) => {
    const own = tests.filter(test => test.file === file && (!name || name.test(test.title)));
    const passed = own.filter(({ status }) => status === 'passed').length;
    const failed = own.filter(({ status }) => status === 'failed').length;
    const figure = own.flatMap(({ meta }) => meta?.figure ?? []).join('; ');
    const result =
      own.length === passed + failed && own.length > 0
        ? `${passed} of ${own.length} pass`
        : passed + failed === 0
          ? 'not run'
          : `${passed} of ${passed + failed} pass, ${own.length - passed - failed} not run`;
    return `| ${id} | ${promise} | ${[result, figure].filter(Boolean).join('; ')} | \`${file}\` |`;
  });
  const scenarios = tests.flatMap(({ meta, status, file, title }) => {
    if (file !== scenarioFile) return [];
    if (meta?.reliability) {
      const { id, name, figure, where } = meta.reliability;
      return [`| ${id} | ${name} | ${where} | ${status}: ${figure} |`];
    }
    const [id, ...name] = title.split(' ');
    return [`| ${id} | ${name.join(' ')} | | ${status} |`];
  });
  return `# Reliability

Written by \`npm run reliability\`, which runs every test named here. Do not edit.

${figures.map(figure => `- ${figure}`).join('\n')}

## Promises

| | what holds | measured | by |
| --- | --- | --- | --- |
${counted.join('\n')}

## The offline copy when things fail

Chromium, with a server that can be made to fail (\`tests/offline/\`). The worker of each faulty kind in
\`tests/offline/mutants.slow.ts\` has to fail the scenario that it names.

| | what holds | base | measured |
| --- | --- | --- | --- |
${scenarios.join('\n')}
`;
}
