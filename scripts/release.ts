// npm run release -- keep https://…/   copies the hashed files of the release that is online into dist/ (before a deploy)
// npm run release -- smoke https://…/  compares what is online with its own list (after a deploy)

import { root } from './lib/run.ts';
import { keepPrevious } from './release/keep.ts';
import { smokeTest } from './release/smoke.ts';

const [task, address] = process.argv.slice(2);
const url = address && URL.canParse(address) ? address.replace(/\/?$/, '/') : undefined;
if (!url || (task !== 'keep' && task !== 'smoke')) {
  console.error('Usage: npm run release -- keep|smoke <address of the site>');
  process.exit(2);
}
if (task === 'keep') {
  const kept = await keepPrevious(`${root}dist`, url);
  console.log(`${kept.length} files of the release before are kept.`);
} else {
  const { files, problems } = await smokeTest(url);
  for (const problem of problems) console.error(problem);
  console.log(`${files} files compared, ${problems.length} problems.`);
  process.exit(problems.length > 0 ? 1 : 0);
}
