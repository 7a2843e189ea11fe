// A real control plane on loopback with simulated nodes: etcd, kube-apiserver, kube-controller-manager, kube-scheduler and,
// for each node, one kwok that plays its kubelet, so that a single node can be stopped.
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Progress } from './build.ts';
import { kubernetesBin, runFolder, toolsFolder } from './cache.ts';
import { runChild, runCommand } from './command.ts';
import { LabError } from './error.ts';
import { writeHelpers } from './helpers.ts';
import { makeAuthority, makeCertificate, makeSigningKey, makeTokens, writeKubeconfig } from './keys.ts';
import { freePorts, isTaken, runningPid, startProcess, stopProcesses, waitFor } from './processes.ts';

export interface ControlPlaneOptions {
  /** Patch release: `1.36.3`. */
  version: string;
  /** Simulated nodes; 0 leaves out the controllers too: an API server alone, to judge single objects. */
  nodes: number;
  /** Port of the API server on loopback; left out, a free one. */
  port?: number;
  /** When it is aborted, what was started is stopped again. */
  signal?: AbortSignal | undefined;
}

/** A lab that runs. */
export interface Lab {
  folder: string;
  kubectl: string;
  kubeconfig: string;
}

/** Where a lab keeps its things; it need not run. An API server alone has a folder of its own. */
export function labOf(version: string, isApiOnly = false): Lab {
  const folder = runFolder(isApiOnly ? `${version}-api` : version);
  return { folder, kubectl: join(kubernetesBin(version), 'kubectl'), kubeconfig: join(folder, 'kubeconfig') };
}

/** True while the lab's API server runs. */
export function isUp({ folder }: Lab): boolean {
  return runningPid(folder, 'kube-apiserver') !== undefined;
}

/** Stops with a sentence when another program listens on this port of loopback. */
export async function needPort(port: number): Promise<void> {
  if (await isTaken(port))
    throw new LabError(`port ${port} of 127.0.0.1 is taken: choose another, or leave --port out.`);
}

/** Starts the control plane; one that runs already stays. What a crash has left is cleared away first. */
export async function startControlPlane(options: ControlPlaneOptions, say: Progress): Promise<Lab> {
  const lab = labOf(options.version, options.nodes === 0);
  if (isUp(lab)) return lab;
  await stopLab(lab);
  if (options.port !== undefined) await needPort(options.port);
  try {
    await startPrograms(lab, options, say);
    return lab;
  } catch (error) {
    await stopLab(lab);
    throw error;
  }
}

/** Ends the lab's programs and forgets its data. */
export async function stopLab({ folder }: Lab): Promise<void> {
  await stopProcesses(folder);
  rmSync(folder, { recursive: true, force: true });
}

async function startPrograms(lab: Lab, options: ControlPlaneOptions, say: Progress): Promise<void> {
  const { folder, kubeconfig, kubectl } = lab;
  const bin = kubernetesBin(options.version);
  const pki = join(folder, 'pki');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  makeAuthority(pki, 'ca');
  makeCertificate(pki, 'api', {
    subject: '/CN=kube-apiserver',
    names: 'IP:127.0.0.1,IP:10.96.0.1,DNS:localhost,DNS:kubernetes.default.svc',
  });
  makeSigningKey(pki);
  const tokens = makeTokens(pki, { 'lab-admin': 'system:masters' });
  const [etcd = 0, peer = 0, free = 0, controllers = 0, scheduler = 0, ...kubelets] = await freePorts(
    5 + options.nodes,
  );
  const port = options.port ?? free;
  const local = (number: number) => `http://127.0.0.1:${number}`;
  writeKubeconfig(kubeconfig, `https://127.0.0.1:${port}`, join(pki, 'ca.crt'), tokens['lab-admin'] ?? '');
  const start = (name: string, program: string, flags: Record<string, string | number | boolean>) =>
    startProcess(
      folder,
      name,
      program,
      Object.entries(flags).map(([flag, value]) => `--${flag}=${value}`),
    );

  start('etcd', join(bin, 'etcd'), {
    'data-dir': join(folder, 'etcd'),
    'unsafe-no-fsync': true,
    'listen-client-urls': local(etcd),
    'advertise-client-urls': local(etcd),
    'listen-peer-urls': local(peer),
    'initial-advertise-peer-urls': local(peer),
    'initial-cluster': `default=${local(peer)}`,
  });
  start('kube-apiserver', join(bin, 'kube-apiserver'), {
    'etcd-servers': local(etcd),
    'bind-address': '127.0.0.1',
    'secure-port': port,
    'endpoint-reconciler-type': 'none',
    'tls-cert-file': join(pki, 'api.crt'),
    'tls-private-key-file': join(pki, 'api.key'),
    'client-ca-file': join(pki, 'ca.crt'),
    'token-auth-file': join(pki, 'tokens.csv'),
    'authorization-mode': 'Node,RBAC',
    'allow-privileged': true,
    'service-account-key-file': join(pki, 'sa.pub'),
    'service-account-signing-key-file': join(pki, 'sa.key'),
    'service-account-issuer': 'https://kubernetes.default.svc',
    'service-cluster-ip-range': '10.96.0.0/16',
    // Without controllers nothing would make what these ask for.
    ...(options.nodes === 0 && {
      'disable-admission-plugins': 'ServiceAccount,NamespaceLifecycle,Priority,RuntimeClass',
    }),
  });
  const { signal } = options;
  const ask = async (...args: string[]) => {
    const command = [`--kubeconfig=${kubeconfig}`, ...args];
    return (await runChild(kubectl, command, { timeout: 10_000, signal })).status === 0;
  };
  const answers = () => ask('get', '--raw=/readyz');
  await waitFor(folder, `the API server ${options.version}`, answers, { signal });
  say(`the API server ${options.version} answers`);
  if (options.nodes === 0) return;

  start('kube-controller-manager', join(bin, 'kube-controller-manager'), {
    kubeconfig,
    'bind-address': '127.0.0.1',
    'secure-port': controllers,
    'use-service-account-credentials': true,
    'service-account-private-key-file': join(pki, 'sa.key'),
    'root-ca-file': join(pki, 'ca.crt'),
    'cluster-signing-cert-file': join(pki, 'ca.crt'),
    'cluster-signing-key-file': join(pki, 'ca.key'),
    'leader-elect': false,
  });
  start('kube-scheduler', join(bin, 'kube-scheduler'), {
    kubeconfig,
    'bind-address': '127.0.0.1',
    'secure-port': scheduler,
    'leader-elect': false,
  });
  for (const [index, kubelet] of kubelets.entries()) {
    const name = `node-${index + 1}`;
    start(`kwok-${name}`, join(toolsFolder(), 'kwok'), {
      kubeconfig,
      config: join(toolsFolder(), 'stages.yaml'),
      'manage-all-nodes': false,
      'manage-nodes-with-annotation-selector': `${nodeMark}=${name}`,
      // kwok's own default lets its nodes turn NotReady after 50 s.
      'node-lease-duration-seconds': 40,
      'node-ip': '127.0.0.1',
      'node-port': kubelet,
      'server-address': `127.0.0.1:${kubelet}`,
    });
    const made = runCommand(kubectl, [`--kubeconfig=${kubeconfig}`, 'apply', '-f', '-'], {
      input: JSON.stringify(simulatedNode(name)),
    });
    if (made.status !== 0) throw new LabError(`the node ${name} cannot be made: ${made.stderr.trim()}`);
  }
  const ready = () => ask('wait', '--for=condition=Ready', 'node', '--all', '--timeout=1s');
  await waitFor(folder, 'the simulated nodes', ready, { signal });
  const account = () => ask('get', 'serviceaccount', 'default');
  await waitFor(folder, 'the default ServiceAccount', account, { signal });
  writeHelpers(folder);
  say(`${options.nodes} simulated nodes are ready`);
}

const nodeMark = 'kwok.x-k8s.io/node';

function simulatedNode(name: string) {
  const size = { cpu: '4', memory: '8Gi', pods: '110' };
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: {
      name,
      annotations: { [nodeMark]: name },
      labels: { 'kubernetes.io/hostname': name, 'kubernetes.io/os': 'linux', 'kubernetes.io/arch': 'amd64' },
    },
    status: { allocatable: size, capacity: size },
  };
}
