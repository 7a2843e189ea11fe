import type { RuleDocs } from '../doc.ts';
import { admissionDocs } from './admission.ts';
import { clusterDocs } from './cluster.ts';
import { configDocs } from './config.ts';
import { crdDocs } from './crd.ts';
import { gatewayDocs } from './gateway.ts';
import { hpaDocs } from './hpa.ts';
import { ingressDocs } from './ingress.ts';
import { policyDocs } from './policy.ts';
import { quotaDocs } from './quota.ts';
import { rbacDocs } from './rbac.ts';
import { serviceDocs } from './service.ts';
import { storageDocs } from './storage.ts';
import { systemDocs } from './system.ts';

/** Words of the rules of kinds that hold no pod. */
export const objectKindDocs: RuleDocs = {
  ...serviceDocs,
  ...ingressDocs,
  ...configDocs,
  ...storageDocs,
  ...rbacDocs,
  ...hpaDocs,
  ...policyDocs,
  ...quotaDocs,
  ...clusterDocs,
  ...admissionDocs,
  ...crdDocs,
  ...gatewayDocs,
  ...systemDocs,
};
