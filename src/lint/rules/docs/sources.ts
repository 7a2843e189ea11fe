const tree = 'https://github.com/kubernetes/kubernetes/blob/v1.36.3';

/** Where conditions are written down. */
export const coreSource = `${tree}/pkg/apis/core/validation/validation.go`;
export const appsSource = `${tree}/pkg/apis/apps/validation/validation.go`;
export const batchSource = `${tree}/pkg/apis/batch/validation/validation.go`;
export const metadataSource = `${tree}/staging/src/k8s.io/apimachinery/pkg/api/validation/objectmeta.go`;
export const selectorSource = `${tree}/staging/src/k8s.io/apimachinery/pkg/apis/meta/v1/validation/validation.go`;
