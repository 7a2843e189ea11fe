import { containerEnvRules } from './container-env.ts';
import { containerMountRules } from './container-mounts.ts';
import { containerProbeRules } from './container-probes.ts';
import { containerResourceRules } from './container-resources.ts';
import { containerRestartRules } from './container-restart.ts';
import { cronJobRules } from './cronjob.ts';
import { daemonSetRules } from './daemonset.ts';
import { deploymentRules } from './deployment.ts';
import { jobRules } from './job.ts';
import { jobPolicyRules } from './job-policies.ts';
import { metaLabelRules } from './meta-labels.ts';
import { metaNameRules } from './meta-name.ts';
import { podAffinityRules } from './pod-affinity.ts';
import { podContainerRules } from './pod-containers.ts';
import { podHostRules } from './pod-host.ts';
import { podResourceRules } from './pod-resources.ts';
import { podSchedulingRules } from './pod-scheduling.ts';
import { podSecurityRules } from './pod-security.ts';
import { podVolumeRules } from './pod-volumes.ts';
import { podWindowsRules } from './pod-windows.ts';
import type { Rule } from './rule.ts';
import { selectorRules } from './selector.ts';
import { statefulSetRules } from './statefulset.ts';
import { workloadRules } from './workloads.ts';

/** Rules of metadata, pods and what makes pods. */
export const allWorkloadRules: readonly Rule[] = [
  ...metaNameRules,
  ...metaLabelRules,
  ...selectorRules,
  ...workloadRules,
  ...podContainerRules,
  ...containerEnvRules,
  ...podVolumeRules,
  ...containerMountRules,
  ...containerResourceRules,
  ...podResourceRules,
  ...containerProbeRules,
  ...containerRestartRules,
  ...podSecurityRules,
  ...podWindowsRules,
  ...podHostRules,
  ...podSchedulingRules,
  ...podAffinityRules,
  ...deploymentRules,
  ...statefulSetRules,
  ...daemonSetRules,
  ...jobRules,
  ...jobPolicyRules,
  ...cronJobRules,
];
