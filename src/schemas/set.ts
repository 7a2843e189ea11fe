import { z } from 'astro/zod';

/** A finding that a manifest is expected to produce, by lint rule id (`area/name`). */
export const expectation = z.strictObject({
  rule: z.string().regex(/^[a-z]+\/[a-z0-9-]+$/, { error: 'rule は area/name の形です。例: api/removed' }),
  /** Field path the finding must carry, as kubectl prints it. */
  path: z.string().optional(),
});

/** A finding of a manifest that is right for a reason the linter cannot know. It must appear. */
export const suppression = z.strictObject({
  rule: expectation.shape.rule,
  /** Field path of the finding; left out, any. */
  path: z.string().optional(),
  reason: z.string().min(5),
});

/** What is known about one file of a set, beside its bytes. */
export const fileEntry = z.strictObject({
  /** Minors the file claims to work on. Left out: every minor that upstream supports. */
  claims: z
    .array(z.string().regex(/^1\.\d+$/))
    .min(1)
    .optional(),
  /** The file is broken on purpose: linting it must produce exactly these findings. */
  expect: z.array(expectation).min(1).optional(),
  /** Hints and warnings that are not shown for this file. */
  off: z.array(suppression).min(1).optional(),
  /** Words of the API server, which must refuse the file for a reason that no linter can know. */
  refused: z.string().min(5).optional(),
  /** Why no API server can judge this file (a kind or Skaffold config, for example). */
  unverifiable: z.string().min(10).optional(),
});

/** One step of a chapter: the files that are applied together. A later step may replace an earlier object. */
export const step = z.strictObject({
  /** Paths under `manifests/`, such as `services/clusterip.yaml`; files of another set are allowed. */
  apply: z.array(z.string()).min(1),
  /** A kubectl wait or rollout command (without the program's name) that proves the step worked. */
  until: z.array(z.string()).optional(),
  /** `until` is only reached where containers really run: simulated nodes apply the step and wait for nothing. */
  needs: z.literal('node').optional(),
  /** Shell commands of the cluster's administrator before the step, on a lab with a real node (a label of the node, for example). */
  prepare: z.array(z.string()).optional(),
});

/** `manifests/<set>/set.json`: everything about a set of manifests that must not be in the served bytes. */
export const manifestSet = z.strictObject({
  /** By path under `manifests/`; only files about which there is something to say. */
  files: z.record(z.string(), fileEntry).default({}),
  steps: z.array(step).default([]),
  /** The namespace that the files count on without being in it (a RoleBinding's subject, for example); left out, any. */
  namespace: z.string().optional(),
});

export type ManifestSet = z.output<typeof manifestSet>;
export type FileEntry = z.output<typeof fileEntry>;
export type Expectation = z.output<typeof expectation>;
