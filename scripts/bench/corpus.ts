import { createRandom, type Random } from '../judge/random.ts';

/** A file of the corpus. */
export interface CorpusFile {
  name: string;
  text: string;
}

const names = ['web', 'api', 'worker', 'cart', 'orders', 'mail', 'search', 'users', 'billing', 'gateway'];
const images = [
  'nginx:1.29.3',
  'ghcr.io/example/api:v2.4.1',
  'redis:8.2',
  'registry.example.com/shop/app:2026.11',
];
const sizes = ['64Mi', '128Mi', '256Mi', '1Gi'];

/**
 * Manifests as people keep them: an application a file, in up to five objects with comments, every tenth file with one
 * slip. The same seed makes the same bytes on every machine.
 * @param count Number of files.
 */
export function makeCorpus(count: number, seed: number): CorpusFile[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, (_, index) => {
    const app = `${random.pick(names)}-${index}`;
    const objects = [workload(app, random), service(app), ...extras(app, random)];
    const text = `# ${app}: ${random.pick(['production', 'staging', 'development'])}\n${objects.join('---\n')}`;
    return { name: `${app}.yaml`, text: random.below(10) === 0 ? slip(text, random) : text };
  });
}

function workload(app: string, random: Random): string {
  const kind = random.weighted({ Deployment: 7, StatefulSet: 2, DaemonSet: 1 });
  const replicas = kind === 'DaemonSet' ? '' : `  replicas: ${1 + random.below(5)}\n`;
  const serviceName = kind === 'StatefulSet' ? `  serviceName: ${app}\n` : '';
  const size = random.pick(sizes);
  const environment = Array.from(
    { length: 2 + random.below(12) },
    (_, index) => `            - name: OPTION_${index}\n              value: "${random.below(10_000)}"\n`,
  );
  return `apiVersion: apps/v1
kind: ${kind}
metadata:
  name: ${app}
  labels:
    app.kubernetes.io/name: ${app}
    app.kubernetes.io/part-of: shop
spec:
${replicas}${serviceName}  selector:
    matchLabels:
      app.kubernetes.io/name: ${app}
  template:
    metadata:
      labels:
        app.kubernetes.io/name: ${app}
        app.kubernetes.io/part-of: shop
    spec:
      securityContext:
        runAsNonRoot: true
      containers:
        - name: main
          image: ${random.pick(images)}
          args: ["--port=8080", "--verbose"]
          ports:
            - name: http
              containerPort: 8080
          env:
${environment.join('')}          resources:
            requests: { cpu: 100m, memory: ${size} }
            limits: { memory: ${size} }
          readinessProbe:
            httpGet: { path: /healthz, port: http }
          volumeMounts:
            - { name: settings, mountPath: /etc/app, readOnly: true }
      volumes:
        - name: settings
          configMap:
            name: ${app}
`;
}

function service(app: string): string {
  return `apiVersion: v1
kind: Service
metadata:
  name: ${app}
spec:
  selector:
    app.kubernetes.io/name: ${app}
  ports:
    - name: http # the name of the container's port
      port: 80
      targetPort: http
`;
}

function extras(app: string, random: Random): string[] {
  const lines = Array.from(
    { length: 5 + random.below(40) },
    (_, line) => `    option.${line} = ${random.below(1000)}\n`,
  );
  const settings = `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: ${app}\ndata:\n  app.conf: |\n${lines.join('')}`;
  const ingress = `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: ${app}
spec:
  rules:
    - host: ${app}.example.com
      http:
        paths:
          - path: /
            pathType: Prefix
            backend:
              service:
                name: ${app}
                port:
                  name: http
`;
  const job = `apiVersion: batch/v1
kind: CronJob
metadata:
  name: ${app}-report
spec:
  schedule: "${random.below(60)} 3 * * *"
  jobTemplate:
    spec:
      template:
        spec:
          restartPolicy: Never
          containers:
            - name: report
              image: busybox:1.37
              command: ["sh", "-c", "date"]
              resources: { limits: { memory: 16Mi } }
`;
  const budget = `apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: ${app}
spec:
  maxUnavailable: 1
  selector:
    matchLabels:
      app.kubernetes.io/name: ${app}
`;
  return [settings, ingress, job, budget].slice(0, 1 + random.below(4));
}

/** One thing that people get wrong. */
function slip(text: string, random: Random): string {
  const [from, to] = random.pick([
    ['containerPort: 8080', 'containerport: 8080'],
    ['      port: 80\n', '      port: "80"\n'],
    ['apiVersion: apps/v1', 'apiVersion: extensions/v1beta1'],
    ['cpu: 100m', 'cpu: 100 m'],
    ['  name: settings', '  nam: settings'],
  ] as const);
  return text.replace(from, to);
}
