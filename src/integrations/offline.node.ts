import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { writeFigures } from '../offline/build/figures.node.ts';
import { headersFile } from '../offline/build/headers.node.ts';
import { makeOffer, makeRelease, sha256, wireLimit } from '../offline/build/release.node.ts';
import { buildWorker } from '../offline/build/worker.node.ts';
import { makeZip } from '../offline/bundle/make.node.ts';
import { zipName } from '../site/offline.ts';
import { megabytes } from '../site/size.ts';

/**
 * Makes the offline copy's worker and its offer, the list of the release, and the headers for hosts that can send them.
 * Comes last: it hashes what everything else has written.
 * With SITE_OFFLINE=remove the worker takes the readers' copies back (docs/HOSTING.md).
 */
export function offline(): AstroIntegration {
  const isRemoved = process.env['SITE_OFFLINE'] === 'remove';
  let base = '/';
  return {
    name: 'offline',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base.replace(/\/?$/, '/');
      },
      'astro:build:done': async ({ dir, logger }) => {
        const root = fileURLToPath(dir);
        const zip = await makeZip(root, base);
        const hash = sha256(zip, 'hex');
        const survey = async () => {
          const release = makeRelease(root);
          const worker = await buildWorker(release);
          return { release, worker, offer: makeOffer(release, worker) };
        };
        // The words that stand in for figures are as long as a figure: they do not change what is rounded.
        const draft = await survey();
        rmSync(join(root, 'download'), { recursive: true, force: true });
        writeFigures(root, {
          wire: megabytes(draft.offer.wire),
          bytes: megabytes(draft.offer.bytes),
          'zip-size': megabytes(zip.length),
          'zip-hash': hash,
        });
        const { release, worker, offer } = await survey();
        if (offer.wire > wireLimit)
          throw new Error(
            `The offline copy is ${offer.wire} bytes on the wire, more than ${wireLimit}: leave files out in src/offline/build/release.node.ts, or make them smaller.`,
          );
        writeFileSync(join(root, 'sw.js'), isRemoved ? await buildWorker('remove') : worker);
        mkdirSync(join(root, 'download'), { recursive: true });
        writeFileSync(join(root, 'download', zipName), zip);
        writeFileSync(join(root, 'download', `${zipName}.sha256`), `${hash}  ${zipName}\n`);
        writeFileSync(join(root, 'release.json'), JSON.stringify(release));
        writeFileSync(join(root, '_headers'), headersFile(base));
        writeFileSync(
          join(root, 'offline.json'),
          JSON.stringify(isRemoved ? { ...offer, removed: true } : offer),
        );
        logger.info(
          `オフライン用: ${offer.files} ファイル、通信 ${megabytes(offer.wire)}、保存後 ${megabytes(offer.bytes)}（版 ${offer.build}）`,
        );
      },
    },
  };
}
