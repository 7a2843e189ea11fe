// Everything a page does in the browser. The page is complete without it.
import { startCode } from './code.ts';
import { startCopy } from './copy.ts';
import { startKeys } from './keys.ts';
import { startLabels } from './labels.ts';
import { startParts } from './parts.ts';
import { startProgress } from './progress.ts';
import { startScroll } from './scroll.ts';
import { startSpy } from './spy.ts';

startSpy();
startScroll();
startLabels();
startCopy();
startCode();
startKeys();
startProgress();
startParts();
