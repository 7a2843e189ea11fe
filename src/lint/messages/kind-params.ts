import type { CelType } from '../rules/cel.ts';
import type { Format } from '../rules/formats.ts';
import type { kindReasonsEn } from './kind-reasons-en.ts';

/** Why something is wrong that no field alone shows. */
export type Reason = keyof typeof kindReasonsEn;

/** Forms that only kinds without pods know. */
export type KindFormat = Extract<
  Format,
  | 'canonical-ip'
  | 'cidr'
  | 'strict-cidr'
  | 'host'
  | 'prefixed'
  | 'domain-path'
  | 'driver'
  | 'url-path'
  | 'pool'
  | 'provisioner'
  | 'kind'
  | 'label-name'
  | 'identifier'
  | 'group-version'
  | 'version'
  | 'signer'
>;

/** What rules about kinds without pods say. */
export interface KindRuleParams {
  wrong: { reason: Reason };
  /** The amount of `small` is more than that of `large`. */
  larger: { small: string; large: string; name: string };
  ratio: { value: string };
  'scope-resource': { scope: string; resource: string };
  'unknown-name': { value: string; known: readonly string[] };
  'resource-unknown': { value: string; allowed: readonly string[] };
  'cel-syntax': { near: string; column: number };
  'cel-name': { name: string };
  'cel-types': { types: string };
  /** A rule of a CRD, in the words of its authors. */
  'crd-rule': { rule: string };
  pattern: { value: string; pattern: string };
  'cel-result': { type: CelType; wanted: CelType };
}
