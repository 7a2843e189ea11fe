import { builtPages, dist } from './dist.ts';

/** Pages of lint rules are all made alike: a long one, one about commands and one about the site stand for them. */
const rules = ['/rules/ref/service-port/', '/rules/kubectl/exec-separator/', '/rules/fence/option/'];

/** One page of every type, and every chapter: what a test of all pages opens. The printed book repeats the chapters. */
export const allPages = builtPages(dist)
  .map(({ url }) => url)
  .filter(url => url !== '/print/')
  .filter(url => !/^\/rules\/./.test(url) || rules.includes(url));
