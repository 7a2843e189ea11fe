/**
 * The offline copy: what the page, the worker and the build agree on.
 *
 * A copy is one Cache Storage cache. A file of a release lies under its address with its SHA-256 (`keyOf`), so two
 * releases never share a body, an interrupted download is invisible and is taken up again later, and a file that did not
 * change is not loaded twice. Which keys belong to which release is one more entry, `Ledger`. A worker reads the keys of
 * its own release only and checks the hash at every read; it drops what no release in the ledger needs.
 *
 * Life cycle: nothing exists until the reader presses the button. Pages that find a worker in charge follow it
 * (src/client/parts/saved.ts). A new release is loaded beside the old one, waits until the reader accepts it or closes
 * the last tab, and takes over as a whole. A build with SITE_OFFLINE=remove ships a worker that deletes the copy.
 */
export type FileEntry = readonly [
  /** Path under the base, decoded; a folder's index is the folder: `services/`. */
  path: string,
  /** SHA-256 of the content, base64. A file that is gzip by itself is kept unpacked: its content is what is in it. */
  hash: string,
  /** Length of the content. */
  bytes: number,
];

/** Files of one kind that can be loaded as one. The first pack has the first `count` entries of the release, and so on. */
export interface Pack {
  /** Path under the base. Its bytes: those of the entries one after the other, folded (fold.ts), then gzip. */
  file: string;
  count: number;
  /** Bytes of the pack. */
  wire: number;
  /** Bytes of its files on the wire when each is loaded for itself, with gzip. */
  apart: number;
}

/** What one build consists of. */
export interface Release {
  /** Digest of the entries: the same files give the same name. */
  build: string;
  /** In the order of the packs. */
  entries: readonly FileEntry[];
  packs: readonly Pack[];
}

/** `offline.json`: what a reader is told before anything is saved. */
export interface Offer {
  build: string;
  files: number;
  /** Size on the device. */
  bytes: number;
  /** Size on the wire: the packs and the worker. */
  wire: number;
  /** True in a build that takes the copies back. */
  removed?: true;
}

/** The keys that a release needs. */
export interface Held {
  build: string;
  keys: readonly string[];
}

/** `previous` is kept for tabs that were opened before an update, `pending` is a release that waits. */
export interface Ledger {
  current?: Held | undefined;
  previous?: Held | undefined;
  pending?: Held | undefined;
}

/** What a page or the removing worker asks of a worker. `stop`: the copy is deleted, leave everything to the network. */
export type Order = 'take over' | 'verify' | 'stop';

/** What a worker tells every page, over a BroadcastChannel with the name of the cache. */
export type Report =
  | { type: 'progress'; done: number; total: number }
  | { type: 'failed'; reason: 'space' | 'network' | 'mixed' }
  | { type: 'ready'; build: string; isUpdate: boolean }
  | { type: 'verified'; sound: number; repaired: number; missing: readonly string[] };

/** Name of the cache and the channel. The origin may be shared with other sites (`user.github.io`), the base is not. */
export function copyName(base: string): string {
  return `kubernetes-notes:${base}`;
}

/** Address of a decoded site path; encoded here and nowhere else, because Cache Storage gives encoded addresses back. */
export function addressOf(origin: string, path: string): string {
  return origin + path.split('/').map(encodeURIComponent).join('/');
}

/** Where a file of a release lies in the cache. */
export function keyOf(origin: string, path: string, hash: string): string {
  return `${addressOf(origin, path)}?sha256=${encodeURIComponent(hash)}`;
}
