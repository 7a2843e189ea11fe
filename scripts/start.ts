// npm start [-- --port 4321]: builds the site and serves it on loopback.
import { parseArgs } from 'node:util';
import { root, run } from './lib/run.ts';
import { serve } from './lib/serve.ts';

const { values } = parseArgs({
  options: { port: { type: 'string', default: process.env['PORT'] ?? '4321' } },
});
const port = Number(values.port);
if (!Number.isInteger(port) || port < 0 || port > 65535) {
  console.error(`--port ${values.port}: a port is a number from 0 to 65535.`);
  process.exit(2);
}

const status = run('astro', ['build']);
if (status !== 0) process.exit(status);

const site = await serve({
  dir: `${root}dist`,
  port,
  base: process.env['SITE_BASE'] ?? '/',
  onBusy: (busy, next) => console.log(`Port ${busy} is in use, trying ${next}.`),
});
console.log(`\nServing the site at ${site.url}  (Ctrl+C stops it)`);

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    site.close().then(() => process.exit(0));
  });
