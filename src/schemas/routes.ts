import { z } from 'astro/zod';

/** One arrow of a diagram as a request on a real node. */
const routeCheck = z.strictObject({
  /** `from to`: the ids of the diagram's source. */
  arrow: z.string().regex(/^\w+ \w+$/),
  /** What the request shows, for people. */
  says: z.string().min(5),
  run: z.string().min(1),
  /** Regular expression that the whole output must match. */
  expect: z.string().min(1),
});

/** `src/content/routes/<chapter>.yaml`: the chapter's diagrams whose arrows are proven with real requests. */
export const routeFile = z.array(
  z.strictObject({
    /** Title (`accTitle`) of the diagram. */
    diagram: z.string(),
    /** Shell functions for every command of the diagram. */
    prelude: z.string().default(''),
    setup: z.array(z.string()).default([]),
    checks: z.array(routeCheck).min(1),
    teardown: z.array(z.string()).default([]),
  }),
);

/** `src/data/routes/<chapter>.json`: what answered. Written by `npm run routes` only. */
export const routeResults = z.record(
  z.string(),
  z.strictObject({
    k8s: z.string(),
    date: z.iso.date(),
    substituted: z.record(z.string(), z.string()),
    answers: z.array(
      z.strictObject({ arrow: z.string(), says: z.string(), run: z.string(), output: z.string() }),
    ),
  }),
);

export type RouteResults = z.output<typeof routeResults>;
