// npm run hosting: writes hosting/headers.conf from the policy of the site (src/site/security.ts).
import { writeFileSync } from 'node:fs';
import { nginxHeaders } from '../src/offline/build/headers.node.ts';
import { root } from './lib/run.ts';

writeFileSync(`${root}hosting/headers.conf`, nginxHeaders());
