const tree = 'https://github.com/kubernetes/kubernetes/blob/v1.36.3';

function validationOf(group: string): string {
  return `${tree}/pkg/apis/${group}/validation/validation.go`;
}

/** Where conditions of kinds without pods are written down. */
export const admissionSource = validationOf('admissionregistration');
export const autoscalingSource = validationOf('autoscaling');
export const certificateSource = validationOf('certificates');
export const coordinationSource = validationOf('coordination');
export { coreSource } from './sources.ts';
export const discoverySource = validationOf('discovery');
export const flowSource = validationOf('flowcontrol');
export const networkingSource = validationOf('networking');
export const nodeSource = validationOf('node');
export const policySource = validationOf('policy');
export const rbacSource = validationOf('rbac');
export const resourceSource = validationOf('resource');
export const schedulingSource = validationOf('scheduling');
export const storageSource = validationOf('storage');
export const apiServiceSource = `${tree}/staging/src/k8s.io/kube-aggregator/pkg/apis/apiregistration/validation/validation.go`;
export const crdSource = `${tree}/staging/src/k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/validation/validation.go`;
