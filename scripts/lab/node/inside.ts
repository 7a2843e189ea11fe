// Runs inside the lab's namespaces (see node.ts): mounts, network, keys, control plane, registry, kubelet and kube-proxy.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { kubernetesBin, toolsFolder } from '../cache.ts';
import { mustRun, runCommand } from '../command.ts';
import { LabError, runMain } from '../error.ts';
import { writeHelpers } from '../helpers.ts';
import { makeAuthority, makeCertificate, makeSigningKey, makeTokens, writeKubeconfig } from '../keys.ts';
import { startProcess, waitFor } from '../processes.ts';
import { containerdConfig, kubeletConfig, networkConfig, proxyConfig } from './configs.ts';
import { imageFile, madeImages } from './images.ts';
import { type NodeLab, nodeAddress, nodeLab, nodeName } from './lab.ts';

/** Machine-wide settings on which kubelet insists: it gets files with the values it wants, the machine keeps its own. */
const kernelSettings: Record<string, string> = {
  'vm/overcommit_memory': '1',
  'vm/panic_on_oom': '0',
  'kernel/panic': '10',
  'kernel/panic_on_oops': '1',
  'kernel/keys/root_maxkeys': '1000000',
  'kernel/keys/root_maxbytes': '25000000',
};

await runMain('lab', async () => {
  const lab = nodeLab(process.argv[2] ?? '');
  mountOwnFolders(lab);
  makeNetwork();
  makeKeys(lab);
  await startControlPlane(lab);
  await startRegistry(lab);
  await startKubelet(lab);
  return 0;
});

/** A fresh /run, and the lab's folders over well-known paths, so that nothing is left on the machine. */
function mountOwnFolders({ folder }: NodeLab): void {
  mount('-t', 'tmpfs', 'tmpfs', '/run');
  for (const path of ['/run/containerd', '/run/netns', '/run/lock', '/var/lib/kubelet', '/var/lib/cni'])
    mkdirSync(path, { recursive: true });
  for (const [name, path] of [
    ['kubelet', '/var/lib/kubelet'],
    ['varlog', '/var/log'],
    ['volumes', '/var/local-path-provisioner'],
  ] as const) {
    mkdirSync(path, { recursive: true });
    mkdirSync(join(folder, name), { recursive: true });
    mount('--bind', join(folder, name), path);
  }
  mount('-t', 'tmpfs', 'tmpfs', '/var/lib/cni');
  mount('--make-rshared', '/');
  mkdirSync(join(folder, 'sysctl'), { recursive: true });
  for (const [name, value] of Object.entries(kernelSettings)) {
    const file = join(folder, 'sysctl', name.replaceAll('/', '_'));
    writeFileSync(file, `${value}\n`);
    mount('--bind', file, `/proc/sys/${name}`);
  }
  // Containers know no resolver outside; the node's own look-ups fail at once, because nothing listens there.
  writeFileSync(join(folder, 'resolv.conf'), '');
  writeFileSync(join(folder, 'resolv.host'), 'nameserver 127.0.0.1\n');
  mount('--bind', join(folder, 'resolv.host'), '/etc/resolv.conf');
}

function mount(...args: string[]): void {
  mustRun('mount', args);
}

/** Loopback, and an empty bridge that carries the node's address. The default route leads nowhere: some programs ask for one. */
function makeNetwork(): void {
  for (const args of [
    'link set lo up',
    'link add node0 type bridge',
    `addr add ${nodeAddress}/32 dev node0`,
    'link set node0 up',
    'route add default dev node0',
  ])
    mustRun('ip', args.split(' '));
  for (const setting of ['ipv4/ip_forward', 'bridge/bridge-nf-call-iptables'])
    writeFileSync(`/proc/sys/net/${setting}`, '1');
}

function makeKeys({ folder }: NodeLab): void {
  const pki = join(folder, 'pki');
  makeAuthority(pki, 'ca');
  makeAuthority(pki, 'front-ca');
  makeCertificate(pki, 'api', {
    subject: '/CN=kube-apiserver',
    names: `IP:127.0.0.1,IP:10.96.0.1,IP:${nodeAddress},DNS:localhost,DNS:kubernetes,DNS:kubernetes.default,DNS:kubernetes.default.svc`,
  });
  makeCertificate(pki, 'kubelet-client', { subject: '/O=system:masters/CN=kube-apiserver-kubelet-client' });
  makeCertificate(pki, 'front', { subject: '/CN=front-proxy-client', by: 'front-ca' });
  makeCertificate(pki, 'kubelet', {
    subject: `/O=system:nodes/CN=system:node:${nodeName}`,
    names: `IP:${nodeAddress},DNS:${nodeName}`,
  });
  makeSigningKey(pki);
  const users = {
    'lab-admin': 'system:masters',
    [`system:node:${nodeName}`]: 'system:nodes',
    'system:kube-proxy': '',
  };
  const tokens = makeTokens(pki, users);
  const files = {
    kubeconfig: 'lab-admin',
    'kubelet.kubeconfig': `system:node:${nodeName}`,
    'proxy.kubeconfig': 'system:kube-proxy',
  };
  for (const [file, user] of Object.entries(files))
    writeKubeconfig(
      join(folder, file),
      `https://${nodeAddress}:6443`,
      join(pki, 'ca.crt'),
      tokens[user] ?? '',
    );
}

async function startControlPlane(lab: NodeLab): Promise<void> {
  const { folder } = lab;
  const pki = (name: string) => join(folder, 'pki', name);
  const kubeconfig = join(folder, 'kubeconfig');
  start(lab, 'etcd', { 'data-dir': join(folder, 'etcd'), 'unsafe-no-fsync': true });
  writeFileSync(join(folder, 'containerd.toml'), containerdConfig(folder));
  // containerd makes root folders with its umask; 077 would make them unreadable in containers.
  process.umask(0o022);
  startProcess(folder, 'containerd', 'containerd', ['--config', join(folder, 'containerd.toml')]);
  start(lab, 'kube-apiserver', {
    'etcd-servers': 'http://127.0.0.1:2379',
    'bind-address': '0.0.0.0',
    'advertise-address': nodeAddress,
    'secure-port': 6443,
    'tls-cert-file': pki('api.crt'),
    'tls-private-key-file': pki('api.key'),
    'client-ca-file': pki('ca.crt'),
    'token-auth-file': pki('tokens.csv'),
    'authorization-mode': 'Node,RBAC',
    'enable-admission-plugins': 'NodeRestriction',
    'allow-privileged': true,
    'service-account-key-file': pki('sa.pub'),
    'service-account-signing-key-file': pki('sa.key'),
    'service-account-issuer': 'https://kubernetes.default.svc.cluster.local',
    'service-cluster-ip-range': '10.96.0.0/16',
    'kubelet-preferred-address-types': 'InternalIP',
    'kubelet-client-certificate': pki('kubelet-client.crt'),
    'kubelet-client-key': pki('kubelet-client.key'),
    'kubelet-certificate-authority': pki('ca.crt'),
    'requestheader-client-ca-file': pki('front-ca.crt'),
    'requestheader-allowed-names': 'front-proxy-client',
    'requestheader-username-headers': 'X-Remote-User',
    'requestheader-group-headers': 'X-Remote-Group',
    'requestheader-extra-headers-prefix': 'X-Remote-Extra-',
    'proxy-client-cert-file': pki('front.crt'),
    'proxy-client-key-file': pki('front.key'),
  });
  await waitFor(folder, 'the API server', () => ask(lab, 'get', '--raw=/readyz'));
  start(lab, 'kube-controller-manager', {
    kubeconfig,
    'bind-address': '127.0.0.1',
    'use-service-account-credentials': true,
    'service-account-private-key-file': pki('sa.key'),
    'root-ca-file': pki('ca.crt'),
    'cluster-signing-cert-file': pki('ca.crt'),
    'cluster-signing-key-file': pki('ca.key'),
    'leader-elect': false,
  });
  start(lab, 'kube-scheduler', { kubeconfig, 'bind-address': '127.0.0.1', 'leader-elect': false });
  await waitFor(folder, 'containerd', () => runCommand('ctr', ['version']).status === 0);
}

/** Every registry's name leads to one in the lab, so that kubelet really pulls, and a wrong tag is really not found. */
async function startRegistry({ folder, version }: NodeLab): Promise<void> {
  const address = '127.0.0.1:5000';
  const hosts = join(folder, 'certs.d', '_default');
  mkdirSync(hosts, { recursive: true });
  writeFileSync(
    join(hosts, 'hosts.toml'),
    `server = "http://${address}"\n[host."http://${address}"]\n  capabilities = ["pull", "resolve"]\n`,
  );
  const crane = join(toolsFolder(), 'crane');
  mkdirSync(join(folder, 'registry'), { recursive: true });
  startProcess(folder, 'registry', crane, [
    'registry',
    'serve',
    '--address',
    address,
    '--disk',
    join(folder, 'registry'),
  ]);
  const isUp = () => runCommand('curl', ['-sf', `http://${address}/v2/`]).status === 0;
  await waitFor(folder, 'the registry', isUp);
  // The sandbox's image is needed before anything can be pulled.
  for (const name of madeImages(version)) {
    const file = imageFile(version, name);
    if (name.includes('/pause:')) mustRun('ctr', ['-n', 'k8s.io', 'images', 'import', file]);
    mustRun(crane, ['push', '--insecure', file, `${address}/${name.slice(name.indexOf('/') + 1)}`]);
  }
}

async function startKubelet(lab: NodeLab): Promise<void> {
  const { folder, version } = lab;
  const write = (name: string, value: object) => {
    mkdirSync(join(folder, 'cni'), { recursive: true });
    writeFileSync(join(folder, name), `${JSON.stringify(value, null, 1)}\n`);
    return join(folder, name);
  };
  write('cni/10-lab.conflist', networkConfig());
  start(lab, 'kubelet', {
    config: write('kubelet.json', kubeletConfig(lab)),
    kubeconfig: join(folder, 'kubelet.kubeconfig'),
    'node-ip': nodeAddress,
    'hostname-override': nodeName,
    v: 2,
  });
  start(lab, 'kube-proxy', { config: write('proxy.json', proxyConfig(folder)), v: 2 });
  await waitFor(folder, `the node ${nodeName} of ${version}`, () =>
    ask(lab, 'wait', '--for=condition=Ready', `node/${nodeName}`, '--timeout=1s'),
  );
  await waitFor(folder, 'the default ServiceAccount', () => ask(lab, 'get', 'serviceaccount', 'default'));
  if (!ask(lab, 'label', 'node', nodeName, 'node-role.kubernetes.io/control-plane=', '--overwrite'))
    throw new LabError('the node cannot be labelled.');
  writeHelpers(folder);
}

function start(
  { folder, version }: NodeLab,
  name: string,
  flags: Record<string, string | number | boolean>,
): void {
  const args = Object.entries(flags).map(([flag, value]) =>
    flag.length === 1 ? `-${flag}=${value}` : `--${flag}=${value}`,
  );
  startProcess(folder, name, join(kubernetesBin(version), name), args);
}

function ask({ folder, version }: NodeLab, ...args: string[]): boolean {
  const kubectl = join(kubernetesBin(version), 'kubectl');
  return (
    runCommand(kubectl, [`--kubeconfig=${join(folder, 'kubeconfig')}`, ...args], { timeout: 10_000 })
      .status === 0
  );
}
