import type { Cursor } from '../rules/cursor.ts';
import { follow } from './follow.ts';
import type { SetObject } from './objects.ts';
import { defineSetRule, type SetContext, type SetRule } from './rule.ts';

const kinds = ['Ingress'];

/** A Service that an Ingress sends requests to. */
interface Backend {
  name: Cursor;
  /** The port's number or name. */
  port: Cursor;
}

/** Backends as networking.k8s.io/v1 writes them, and as earlier versions did. */
function backendsOf({ root }: SetObject): Backend[] {
  const spec = root.get('spec');
  const paths = spec
    .get('rules')
    .items()
    .flatMap(rule => rule.get('http', 'paths').items());
  const backends = [
    spec.get('defaultBackend'),
    spec.get('backend'),
    ...paths.map(path => path.get('backend')),
  ];
  return backends.map(backend => {
    const service = backend.get('service');
    if (!service.isSet) return { name: backend.get('serviceName'), port: backend.get('servicePort') };
    const number = service.get('port', 'number');
    return { name: service.get('name'), port: number.isSet ? number : service.get('port', 'name') };
  });
}

function checkPort({ set, namespace, report }: SetContext, { name, port }: Backend): void {
  const service = set.find('Service', namespace, name.string ?? '');
  if (!service || !port.text || service.root.get('spec', 'type').string === 'ExternalName') return;
  const ports = service.root.get('spec', 'ports').items();
  const fits = (other: Cursor) =>
    port.number === undefined
      ? other.get('name').string === port.string
      : other.get('port').number === port.number;
  if (ports.some(fits)) return;
  const known = ports.map(other =>
    [other.get('port').text, other.get('name').string].filter(Boolean).join(' '),
  );
  report(port, 'ingress-port', { port: port.text, name: service.name, known });
}

/** Ingresses among other objects. */
export const ingressRules: readonly SetRule[] = [
  defineSetRule({
    id: 'ref/ingress-service',
    level: 'warning',
    kinds,
    look(context) {
      for (const { name } of backendsOf(context)) follow(context, 'Service', name);
    },
  }),
  defineSetRule({
    id: 'ref/ingress-port',
    level: 'warning',
    kinds,
    look(context) {
      for (const backend of backendsOf(context)) checkPort(context, backend);
    },
  }),
  defineSetRule({
    id: 'ref/ingress-class',
    level: 'warning',
    kinds,
    look(context) {
      follow(context, 'IngressClass', context.root.get('spec', 'ingressClassName'));
    },
  }),
  defineSetRule({
    id: 'ref/tls-secret',
    level: 'warning',
    kinds,
    look(context) {
      const { root, report } = context;
      const annotations = root.get('metadata', 'annotations').entries();
      // cert-manager makes the Secret.
      if (
        annotations.some(([name]) => name.includes('cert-manager.io/') || name === 'kubernetes.io/tls-acme')
      )
        return;
      for (const entry of root.get('spec', 'tls').items()) {
        const at = entry.get('secretName');
        const secret = follow(context, 'Secret', at);
        const keys = ['data', 'stringData'].flatMap(field => secret?.root.get(field).entries() ?? []);
        const missing = ['tls.crt', 'tls.key'].find(name => !keys.some(([key]) => key === name));
        if (secret && missing)
          report(at, 'ref-key', {
            kind: 'Secret',
            name: secret.name,
            key: missing,
            known: keys.map(([key]) => key),
          });
      }
    },
  }),
];
