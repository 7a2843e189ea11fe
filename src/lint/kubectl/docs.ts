/**
 * What readers are told about rules for commands. Apart from `index.ts`, so that a page that only lints does not
 * load it.
 */
import type { CommandDoc } from './docs/doc.ts';
import { kubectlDocs } from './docs/kubectl.ts';
import { otherDocs } from './docs/other.ts';
import type { CommandRuleId } from './rules.ts';

export type { CommandDoc } from './docs/doc.ts';

/** By rule id. Fits `RuleDocs` of the other rules. */
export const commandDocs: Readonly<Record<CommandRuleId, CommandDoc>> = { ...kubectlDocs, ...otherDocs };
