import { z } from 'astro/zod';
import { expectation } from './set.ts';

/** One command of a terminal session, as the reader types it. */
export const sessionStep = z.strictObject({
  /** The command line; a multi-line command keeps its backslashes. */
  run: z.string().min(1),
  /** Exit status the recorder must see. */
  exit: z.int().default(0),
  /** Regular expressions that the output must match, each on its own. */
  expect: z.array(z.string()).default([]),
  /** Run and checked, but not shown (waiting for a rollout, for example). */
  hidden: z.boolean().default(false),
  /** Show the command without its output. */
  quiet: z.boolean().default(false),
  /** Regular expressions for measured values, which no two runs share: a recording shows those of one run. */
  varies: z.array(z.string()).default([]),
  /** The recorder repeats the command until it passes, at most this many seconds. */
  retry: z.int().max(300).default(0),
  /** Lint rules that the command breaks on purpose, by id; each must be found. */
  lint: z.array(expectation.shape.rule).min(1).optional(),
});

export const session = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  title: z.string().min(2),
  /** Where it can be recorded: a lab with a real node, one with simulated nodes, or nowhere here. */
  lab: z.enum(['node', 'simulated', 'none']),
  /** Why it cannot be recorded; required when lab is none. */
  reason: z.string().optional(),
  steps: z.array(sessionStep).min(1),
});

/** `src/content/sessions/<chapter>.yaml`: a chapter's terminal sessions, in the order in which they are run. */
export const chapterSessions = z
  .strictObject({
    /** How many nodes a lab with simulated nodes has while it is recorded. */
    nodes: z.int().min(1).max(9).default(2),
    /** Commands that put the lab in the state in which the chapter starts. Never shown. */
    setup: z.array(z.string()).default([]),
    sessions: z.array(session).min(1),
    teardown: z.array(z.string()).default([]),
  })
  .superRefine((value, context) => {
    const seen = new Set<string>();
    for (const { id, lab, reason } of value.sessions) {
      if (seen.has(id))
        context.addIssue(`session の id「${id}」が 2 回あります。ページ内の別の名前にしてください。`);
      seen.add(id);
      if (lab === 'none' && !reason)
        context.addIssue(`session「${id}」は lab: none なので、記録できない理由（reason）が必要です。`);
    }
  });

/** `src/content/recordings/<chapter>.json`: what a real cluster printed. Written by `npm run record` only. */
export const recording = z.strictObject({
  sessions: z.record(
    z.string(),
    z.strictObject({
      /** Server version, such as `1.36.3`. */
      k8s: z.string(),
      kubectl: z.string(),
      /** ISO date of the run. */
      date: z.iso.date(),
      lab: z.enum(['node', 'simulated']),
      /** Images that the lab served under another image's name: `name used` -> `what really ran`. */
      substituted: z.record(z.string(), z.string()).default({}),
      steps: z.array(z.strictObject({ run: z.string(), output: z.string(), exit: z.int() })),
    }),
  ),
});

export type Session = z.output<typeof session>;
export type SessionStep = z.output<typeof sessionStep>;
export type ChapterSessions = z.output<typeof chapterSessions>;
export type Recording = z.output<typeof recording>;
