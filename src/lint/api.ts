import { nearest } from './near.ts';
import { builtIn, extra, isAtLeast, type Target, type View } from './schema/catalogue.ts';
import type { KindEntry } from './schema/table.ts';

/** What a minor makes of an apiVersion and kind. */
export type Lookup =
  | { status: 'served'; view: View; type: string; namespaced: boolean; deprecated?: { removedIn?: string } }
  | { status: 'off-by-default' }
  | { status: 'removed'; removedIn: string }
  | { status: 'too-new'; since: string }
  | { status: 'unknown-kind'; near: string | undefined }
  | { status: 'not-built-in' };

/** The tables skip 1.16, which removed what 1.15 still had (extensions/v1beta1 and apps/v1beta workloads). */
const removedAfter: Record<string, string> = { '1.15': '1.16' };

/** Deprecations that no later minor shows yet: `apiVersion Kind`, since when. */
const deprecatedSince: Record<string, { since: string; elsewhere: string[] }> = {
  // Release note of 1.33, KEP-4974.
  'v1 Endpoints': { since: '1.33', elsewhere: ['discovery.k8s.io/v1 EndpointSlice'] },
};

/** Looks an apiVersion and kind up. */
export function lookUp(apiVersion: string, kind: string, target: Target): Lookup {
  const view = target.builtIn;
  const entries = builtIn.kinds.get(apiVersion)?.get(kind);
  const served = entries?.find(({ mask }) => view.has(mask));
  if (served) return serve(view, served, apiVersion, kind, target);
  const gatedMask = builtIn.gated.get(apiVersion)?.get(kind) ?? 0;
  if (view.has(gatedMask)) return { status: 'off-by-default' };
  const mask = maskOf(entries) | gatedMask;
  if (mask) return fromOtherMinors(mask, target.minor);
  const [custom] = extra.kinds.get(apiVersion)?.get(kind) ?? [];
  if (custom) return serve(target.extra, custom, apiVersion, kind, target);
  if (!isKnownGroup(apiVersion)) return { status: 'not-built-in' };
  return { status: 'unknown-kind', near: nearest(kind, kindNames(view)) };
}

/** Every apiVersion in which a minor serves a kind, stable ones first: what replaces `except`. */
export function servedIn(kind: string, target: Target, except: string): string[] {
  const special = deprecatedSince[`${except} ${kind}`];
  if (special) return special.elsewhere;
  const found = [target.builtIn, target.extra].flatMap(({ table, has }) =>
    [...table.kinds].filter(([, kinds]) => has(maskOf(kinds.get(kind)))).map(([apiVersion]) => apiVersion),
  );
  const others = found.filter(apiVersion => apiVersion !== except);
  const stable = others.filter(isStable);
  return (stable.length > 0 ? stable : others.filter(() => !isStable(except))).sort();
}

/** The apiVersion that a fragment of a kind is checked in. */
export function preferredVersion(kind: string, target: Target): string | undefined {
  return servedIn(kind, target, '')[0];
}

function serve(view: View, entry: KindEntry, apiVersion: string, kind: string, target: Target): Lookup {
  const result = {
    status: 'served' as const,
    view,
    type: `#${entry.type.toString(36)}`,
    namespaced: entry.namespaced,
  };
  const mask = maskOf(view.table.kinds.get(apiVersion)?.get(kind));
  const isInNewest = (mask & (1 << (view.table.minors.length - 1))) !== 0;
  if (!isInNewest) return { ...result, deprecated: { removedIn: removalOf(mask) } };
  const special = deprecatedSince[`${apiVersion} ${kind}`];
  const replaced = !isStable(apiVersion) && servedIn(kind, target, apiVersion).some(isStable);
  return replaced || (special && isAtLeast(target, special.since)) ? { ...result, deprecated: {} } : result;
}

/** The minor lacks what others have: it had it before, or it will have it. */
function fromOtherMinors(mask: number, minor: string): Lookup {
  const earlier = mask & ((1 << builtIn.minors.indexOf(minor)) - 1);
  if (earlier) return { status: 'removed', removedIn: removalOf(earlier) };
  const since = builtIn.minors.find((_, index) => mask & (1 << index)) ?? '';
  return { status: 'too-new', since };
}

/** The minor after the last one of a mask. */
function removalOf(mask: number): string {
  const last = 31 - Math.clz32(mask);
  return removedAfter[builtIn.minors[last] ?? ''] ?? builtIn.minors[last + 1] ?? '';
}

function maskOf(entries: readonly KindEntry[] | undefined): number {
  return (entries ?? []).reduce((mask, entry) => mask | entry.mask, 0);
}

function groupOf(apiVersion: string): string {
  return apiVersion.includes('/') ? (apiVersion.split('/')[0] ?? '') : '';
}

/** Groups without a dot are reserved for built-in APIs (and Skaffold, whose older versions are not checked). */
function isKnownGroup(apiVersion: string): boolean {
  const group = groupOf(apiVersion);
  if (group === 'skaffold') return false;
  if (!group.includes('.')) return true;
  return [...builtIn.kinds.keys(), ...builtIn.gated.keys()].some(other => groupOf(other) === group);
}

function isStable(apiVersion: string): boolean {
  return /(^|\/)v\d+$/.test(apiVersion);
}

function kindNames({ table, has }: View): Set<string> {
  const names = new Set<string>();
  for (const kinds of table.kinds.values())
    for (const [kind, entries] of kinds) if (has(maskOf(entries))) names.add(kind);
  return names;
}
