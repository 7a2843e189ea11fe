import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { root } from '../../../scripts/lib/run.ts';

interface Step {
  uses?: string;
  run?: string;
  with?: Record<string, unknown>;
}

interface Workflow {
  permissions: Record<string, string>;
  jobs: Record<string, { permissions?: Record<string, string>; needs?: unknown; steps: Step[] }>;
}

const text = readFileSync(join(root, '.github/workflows/pages.yml'), 'utf8');
const { permissions, jobs }: Workflow = parse(text);
const steps = Object.values(jobs).flatMap(job => job.steps);

test('every action is pinned to a commit, and its version is said', () => {
  const uses = text.match(/uses:.*/g) ?? [];
  expect(uses.length).toBeGreaterThan(5);
  expect(uses.filter(line => !/^uses: actions\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line))).toEqual(
    [],
  );
});

test('only the job that deploys may write, and it runs no code of the repository', () => {
  expect(permissions).toEqual({ contents: 'read' });
  const writing = Object.entries(jobs).filter(([, job]) =>
    Object.values(job.permissions ?? {}).includes('write'),
  );
  expect(writing.map(([name]) => name)).toEqual(['deploy']);
  expect(
    jobs['deploy']?.steps.filter(({ run, uses }) => run || !uses?.startsWith('actions/deploy-pages@')),
  ).toEqual([]);
});

test('no step leaves credentials behind for what it runs', () => {
  const checkouts = steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'));
  expect(checkouts.length).toBeGreaterThan(0);
  for (const step of checkouts) expect(step.with).toMatchObject({ 'persist-credentials': false });
});

test('tests, then the build, then the release before is kept, then the upload; afterwards it is compared', () => {
  const order = ['npm test', 'npm run build', 'npm run release -- keep', 'actions/upload-pages-artifact@'];
  const places = order.map(part =>
    jobs['build']?.steps.findIndex(({ run, uses }) => (run ?? uses ?? '').startsWith(part)),
  );
  expect(places).toEqual([...places].sort((a = -1, b = -1) => a - b));
  expect(places).not.toContain(-1);
  expect(jobs['deploy']?.needs).toBe('build');
  expect(jobs['smoke']?.needs).toEqual(['build', 'deploy']);
  expect(jobs['smoke']?.steps.some(({ run }) => run?.includes('scripts/release.ts smoke'))).toBe(true);
});
