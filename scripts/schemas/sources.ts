/**
 * Where the minors that no server fixture covers come from. client-node's own numbers say little: the header of its
 * generated files names the minor. cdk8s-plus-NN fills the minors that client-node skipped; 1.14 and 1.16 are nowhere.
 */
export const clientNode: Record<string, string> = {
  '1.13': '0.10.3',
  '1.15': '0.11.2',
  '1.18': '0.12.3',
  '1.19': '0.13.2',
  '1.20': '0.14.3',
  '1.21': '0.15.1',
  '1.22': '0.16.3',
  '1.24': '0.17.1',
  '1.25': '0.18.1',
  '1.27': '0.19.0',
  '1.28': '0.20.0',
  '1.29': '0.21.0',
  '1.30': '0.22.0',
  '1.32': '1.0.0',
  '1.33': '1.2.0',
  '1.34': '1.4.0',
  '1.36': '2.0.1',
};

export const cdk8s: Record<string, { name: string; version: string }> = {
  '1.17': { name: 'cdk8s-plus-17', version: '1.0.0-beta.84' },
  '1.23': { name: 'cdk8s-plus-23', version: '2.3.14' },
  '1.26': { name: 'cdk8s-plus-26', version: '2.4.17' },
  '1.31': { name: 'cdk8s-plus-31', version: '2.6.43' },
};

/** Kinds that are no built-in ones but are in the book. */
export const gatewayApi = {
  name: 'sigs.k8s.io/gateway-api',
  version: 'v1.7.0',
  folder: 'config/crd/standard',
};
export const skaffold = {
  name: 'github.com/GoogleContainerTools/skaffold/v2',
  version: 'v2.24.0',
  folder: 'docs-v2/content/en/schemas',
  apiVersion: 'v4beta14',
};
