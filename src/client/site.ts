// Everything a page does in the browser. The page is complete without it.
import { startCode } from './code.ts';
import { startCopy } from './copy.ts';
import { startKeys } from './keys.ts';
import { startParts } from './parts.ts';
import { startProgress } from './progress.ts';
import { startScroll } from './scroll.ts';
import { startSpy } from './spy.ts';
import { startTheme } from './theme.ts';

startTheme();
startSpy();
startScroll();
startCopy();
startCode();
startKeys();
startProgress();
startParts();
