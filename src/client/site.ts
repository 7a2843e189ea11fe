// Everything a page does in the browser. The page is complete without it.
import { startCopy } from './copy.ts';
import { startDrawer } from './drawer.ts';
import { startKeys } from './keys.ts';
import { startScroll } from './scroll.ts';
import { startSearch } from './search.ts';
import { startSpy } from './spy.ts';
import { startTheme } from './theme.ts';

startTheme();
startDrawer();
startSpy();
startScroll();
startCopy();
startKeys();
startSearch();
