import type { Format } from '../rules/formats.ts';

/** What rules about objects say. Most of them say it about many fields. */
export interface ObjectRuleParams {
  'bad-format': { value: string; format: Format };
  'out-of-range': { value: number; min: number; max: number };
  negative: { value: string };
  'not-positive': { value: string };
  'not-integer': { value: string };
  'not-multiple': { value: string; of: string };
  mode: { value: number };
  'too-long': { value: string; max: number };
  'too-many': { count: number; max: number };
  count: { count: number; wanted: number; beside: string };
  blanks: { value: string };
  duplicate: { value: string };
  /** `field` may not be set beside something else. */
  forbidden: { field: string; beside: string };
  /** `field` works only where something else is set. */
  needs: { field: string; needed: string };
  'one-of': { fields: readonly string[] };
  'only-one': { fields: readonly string[] };
  'must-equal': { value: string; other: string; wanted: string };
  'at-most': { value: string; other: string; wanted: string };
  'at-least': { value: string; wanted: string };
  above: { value: string; other: string };
  'both-zero': { other: string };
  'not-found': { value: string; what: 'volume' | 'container' | 'resourceClaim'; known: readonly string[] };
  'wrong-source': { value: string; wanted: readonly string[] };
  'resource-name': { value: string; allowed: readonly string[] };
  divisor: { value: string; resource: string };
  'iscsi-name': { value: string };
  'windows-name': { value: string };
  'domain-path': { value: string };
  'annotations-size': object;
  'name-missing': object;
  finalizer: { value: string };
  'empty-selector': object;
  'selector-mismatch': { selector: string };
  'restart-policy': { value: string; kind: string; allowed: readonly string[] };
  schedule: { value: string; fields: number };
  'time-zone': { value: string };
  indexes: { value: string; max: number };
  'not-ordered': object;
}
