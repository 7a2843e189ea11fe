import type { RuleDocs } from '../doc.ts';
import { batchDocs } from './batch.ts';
import { containerDocs } from './container.ts';
import { metadataDocs } from './metadata.ts';
import { podDocs } from './pod.ts';
import { workloadDocs } from './workload.ts';

/** Words of the rules of metadata, pods and what makes pods. */
export const allWorkloadDocs: RuleDocs = {
  ...metadataDocs,
  ...workloadDocs,
  ...containerDocs,
  ...podDocs,
  ...batchDocs,
};
