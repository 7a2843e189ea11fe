import { join } from 'node:path';
import { groupName, type NodeLab, nodeAddress, nodeName } from './lab.ts';

/** containerd 1.6 or newer of version 1 (Debian's). */
export function containerdConfig(folder: string): string {
  const cri = 'plugins."io.containerd.grpc.v1.cri"';
  const unused = ['btrfs', 'zfs', 'aufs', 'devmapper'].map(name => `"io.containerd.snapshotter.v1.${name}"`);
  return `version = 2
root = "${join(folder, 'containerd')}"
state = "/run/containerd"
disabled_plugins = [${unused.join(', ')}]
[grpc]
  address = "/run/containerd/containerd.sock"
[${cri}]
  sandbox_image = "registry.k8s.io/pause:3.10.1"
  # A container of a machine may not have the capability to lower a score.
  restrict_oom_score_adj = true
  disable_apparmor = true
[${cri}.containerd]
  snapshotter = "overlayfs"
  default_runtime_name = "runc"
[${cri}.containerd.runtimes.runc]
  runtime_type = "io.containerd.runc.v2"
[${cri}.containerd.runtimes.runc.options]
  SystemdCgroup = false
[${cri}.cni]
  bin_dir = "/usr/lib/cni"
  conf_dir = "${join(folder, 'cni')}"
[${cri}.registry]
  config_path = "${join(folder, 'certs.d')}"
`;
}

/** Pods get addresses of 10.244.0.0/24 on a bridge of the node. */
export function networkConfig() {
  const ranges = [[{ subnet: '10.244.0.0/24' }]];
  return {
    cniVersion: '1.0.0',
    name: 'lab',
    plugins: [
      {
        type: 'bridge',
        bridge: 'cni0',
        isGateway: true,
        ipMasq: true,
        hairpinMode: true,
        ipam: { type: 'host-local', dataDir: '/run/cni', ranges, routes: [{ dst: '0.0.0.0/0' }] },
      },
      { type: 'portmap', capabilities: { portMappings: true } },
    ],
  };
}

export function kubeletConfig(lab: NodeLab) {
  const { folder } = lab;
  const pki = (name: string) => join(folder, 'pki', name);
  return {
    apiVersion: 'kubelet.config.k8s.io/v1beta1',
    kind: 'KubeletConfiguration',
    address: nodeAddress,
    healthzBindAddress: '127.0.0.1',
    containerRuntimeEndpoint: 'unix:///run/containerd/containerd.sock',
    authentication: {
      anonymous: { enabled: false },
      webhook: { enabled: true },
      x509: { clientCAFile: pki('ca.crt') },
    },
    authorization: { mode: 'Webhook' },
    tlsCertFile: pki('kubelet.crt'),
    tlsPrivateKeyFile: pki('kubelet.key'),
    cgroupDriver: 'cgroupfs',
    cgroupRoot: `/${groupName(lab)}`,
    // Machines whose hierarchies are of version 1: since 1.35 kubelet refuses them unless told.
    failCgroupV1: false,
    failSwapOn: false,
    // Without CAP_SYS_RESOURCE neither the limit of files nor the score can be changed.
    maxOpenFiles: 20_000,
    oomScoreAdj: 0,
    resolvConf: join(folder, 'resolv.conf'),
    clusterDNS: ['10.96.0.10'],
    clusterDomain: 'cluster.local',
    evictionHard: {
      'memory.available': '100Mi',
      'nodefs.available': '1%',
      'imagefs.available': '1%',
      'nodefs.inodesFree': '1%',
    },
    imageGCHighThresholdPercent: 99,
    imageGCLowThresholdPercent: 98,
  };
}

export function proxyConfig(folder: string) {
  return {
    apiVersion: 'kubeproxy.config.k8s.io/v1alpha1',
    kind: 'KubeProxyConfiguration',
    mode: 'nftables',
    clusterCIDR: '10.244.0.0/16',
    hostnameOverride: nodeName,
    clientConnection: { kubeconfig: join(folder, 'proxy.kubeconfig') },
    // The machine's own connection table is not ours to resize.
    conntrack: { maxPerCore: 0, min: 0, tcpEstablishedTimeout: '0s', tcpCloseWaitTimeout: '0s' },
    nodePortAddresses: ['primary'],
  };
}
