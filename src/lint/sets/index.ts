import { autoscalingRules } from './autoscaling.ts';
import { ingressRules } from './ingress.ts';
import { podReferenceRules } from './pod-references.ts';
import { policyRules } from './policies.ts';
import { rbacRules } from './rbac.ts';
import type { SetRule } from './rule.ts';
import { serviceRules } from './services.ts';
import { storageRules } from './storage.ts';
import { workloadRules } from './workloads.ts';

/** Rules about objects that are applied together. */
export const setRules: readonly SetRule[] = [
  ...workloadRules,
  ...serviceRules,
  ...ingressRules,
  ...podReferenceRules,
  ...rbacRules,
  ...autoscalingRules,
  ...policyRules,
  ...storageRules,
];
