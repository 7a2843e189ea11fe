// npm run sbom: writes the packages that the build is made with into dist/download/sbom.cdx.json (CycloneDX).
import { mkdirSync, writeFileSync } from 'node:fs';
import { root } from './lib/run.ts';
import { makeSbom } from './lib/sbom.ts';

mkdirSync(`${root}dist/download`, { recursive: true });
writeFileSync(`${root}dist/download/sbom.cdx.json`, makeSbom());
