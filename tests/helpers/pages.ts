import { builtPages, dist } from './dist.ts';

/** One page of every type, and every chapter: what a test of all pages opens. The printed book repeats the chapters. */
export const allPages = builtPages(dist)
  .map(({ url }) => url)
  .filter(url => url !== '/print/');
