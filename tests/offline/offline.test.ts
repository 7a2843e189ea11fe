import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { browserFlags, findBrowser } from '../../scripts/lib/browser.ts';
import { builds } from '../helpers/dist.ts';
import { makeReleases, type ReleaseName } from './releases.ts';
import type { Scenario } from './scenario.ts';
import { damage } from './scenarios/damage.ts';
import { saving } from './scenarios/save.ts';
import { updating } from './scenarios/update.ts';
import { Stage } from './stage.ts';

let browser: Browser;
beforeAll(async () => {
  const executablePath = findBrowser();
  if (!executablePath) throw new Error('No browser: run these tests with "npm test", or set CHROMIUM_PATH.');
  browser = await chromium.launch({ executablePath, args: browserFlags });
});
afterAll(() => browser?.close());

/** At the root only what depends on paths; everything under a base path, which is the harder case. */
const pathDependent = ['A1', 'B1', 'D1', 'F1', 'F2', 'J1'];

describe.each(builds)('$name', build => {
  let releases: Record<ReleaseName, string>;
  beforeAll(async () => {
    releases = await makeReleases(build);
  });
  const scenarios: Scenario[] = [...saving, ...updating, ...damage].filter(
    ({ id }) => build.base !== '/' || pathDependent.includes(id),
  );

  test.for(scenarios)('$id $name', async ({ id, name, play }, { task }) => {
    const stage = await Stage.open(browser, build.base, releases);
    try {
      const figure = await play(stage);
      Object.assign(task.meta, { reliability: { id, name, figure, where: build.base } });
    } finally {
      await stage.close();
    }
  });
});
