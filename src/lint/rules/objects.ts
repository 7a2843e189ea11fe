import { admissionRules } from './admission.ts';
import { budgetRules } from './budget.ts';
import { configRules } from './config.ts';
import { crdRules } from './crd.ts';
import { draRules } from './dra.ts';
import { draSliceRules } from './dra-slice.ts';
import { endpointSliceRules } from './endpointslice.ts';
import { flowRules } from './flow.ts';
import { gatewayRules } from './gateway.ts';
import { hpaRules } from './hpa.ts';
import { ingressRules } from './ingress.ts';
import { limitRangeRules } from './limitrange.ts';
import { networkPolicyRules } from './networkpolicy.ts';
import { volumeRules } from './pv.ts';
import { quotaRules } from './quota.ts';
import { rbacRules } from './rbac.ts';
import type { Rule } from './rule.ts';
import { serviceRules } from './service.ts';
import { smallKindRules } from './small-kinds.ts';
import { storageRules } from './storage.ts';
import { systemKindRules } from './system-kinds.ts';
import { webhookRules } from './webhook.ts';

/** Rules of the kinds that hold no pod. */
export const objectKindRules: readonly Rule[] = [
  ...serviceRules,
  ...endpointSliceRules,
  ...ingressRules,
  ...networkPolicyRules,
  ...configRules,
  ...volumeRules,
  ...storageRules,
  ...rbacRules,
  ...hpaRules,
  ...budgetRules,
  ...quotaRules,
  ...limitRangeRules,
  ...smallKindRules,
  ...webhookRules,
  ...admissionRules,
  ...crdRules,
  ...flowRules,
  ...draRules,
  ...draSliceRules,
  ...systemKindRules,
  ...gatewayRules,
];
