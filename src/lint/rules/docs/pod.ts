import type { RuleDocs } from '../doc.ts';
import { coreSource } from './sources.ts';

export const podDocs: RuleDocs = {
  'pod/volume-name': {
    source: coreSource,
    ja: {
      title: 'ボリュームの名前が正しくない',
      why: 'volumeMounts は、ボリュームを名前で探します。',
      remedy: '小文字の英数字と - で、Pod の中で違う名前にします。',
    },
    en: {
      title: 'Invalid volume name',
      why: 'volumeMounts finds a volume by its name.',
      remedy: 'Use lower-case letters, digits and "-", each name once in the pod.',
    },
  },
  'pod/volume': {
    source: coreSource,
    ja: {
      title: 'ボリュームの種類が正しくない',
      why: '1 つのボリュームには、1 つの種類だけを書きます。種類ごとに必要なフィールドもあります。',
      remedy: '種類を 1 つにし、足りないフィールドを書きます。',
    },
    en: {
      title: 'Invalid volume source',
      why: 'A volume has one source, and each source needs certain fields.',
      remedy: 'Keep one source and add what it lacks.',
    },
  },
  'pod/projected': {
    source: coreSource,
    ja: {
      title: 'projected ボリュームが正しくない',
      why: 'いくつもの元を 1 つのディレクトリに集めるので、パスは重ねられません。',
      remedy: '元ごとに 1 項目に分け、パスを変えます。トークンには serviceAccountName も書きます。',
    },
    en: {
      title: 'Invalid projected volume',
      why: 'Several sources share one directory, so their paths cannot repeat.',
      remedy: 'One item per source, with paths of their own. A token needs serviceAccountName too.',
    },
  },
  'pod/security-context': {
    source: coreSource,
    ja: {
      title: 'securityContext が正しくない',
      why: '矛盾する設定や範囲外の ID は、受け付けられません。',
      remedy: 'privileged と allowPrivilegeEscalation: false を一緒に書かず、ID は 0 以上にします。',
    },
    en: {
      title: 'Invalid securityContext',
      why: 'Contradictions and ids out of range are refused.',
      remedy: 'Do not combine privileged with allowPrivilegeEscalation: false; ids start at 0.',
    },
  },
  'pod/sysctl': {
    source: coreSource,
    ja: {
      title: 'sysctl が正しくない',
      why: 'ホストの名前空間を使う Pod では、その設定を変えられません。',
      remedy: '名前を確かめ、hostNetwork や hostIPC と一緒に書かないようにします。',
    },
    en: {
      title: 'Invalid sysctl',
      why: "A pod in a namespace of the host cannot change the host's settings.",
      remedy: 'Check the name, and do not combine it with hostNetwork or hostIPC.',
    },
  },
  'pod/os': {
    source: coreSource,
    ja: {
      title: 'OS に合わないフィールドがある',
      why: 'Windows の Pod では Linux の設定を使えず、逆も同じです。',
      remedy: 'os.name に合わないフィールドを消します。',
    },
    en: {
      title: 'Field does not fit the operating system',
      why: 'A Windows pod has no Linux settings, and the other way round.',
      remedy: 'Remove the fields that do not fit os.name.',
    },
  },
  'pod/host-process': {
    source: coreSource,
    ja: {
      title: 'HostProcess コンテナが正しくない',
      why: 'HostProcess は、Pod のすべてのコンテナと hostNetwork でそろえます。',
      remedy: 'すべてのコンテナを hostProcess: true にし、hostNetwork: true を書きます。',
    },
    en: {
      title: 'Invalid HostProcess pod',
      why: "All containers must be HostProcess, and the pod must use the host's network.",
      remedy: 'Set hostProcess: true everywhere, and hostNetwork: true.',
    },
  },
  'pod/policy': {
    source: coreSource,
    ja: {
      title: 'Pod の方針が正しくない',
      why: '決められた値だけが使えます。大文字と小文字も区別されます。',
      remedy: '使える値から選びます。',
    },
    en: {
      title: 'Invalid policy of a pod',
      why: 'Only certain values exist, and case matters.',
      remedy: 'Choose one of the allowed values.',
    },
  },
  'pod/name': {
    source: coreSource,
    ja: {
      title: '参照する名前が正しくない',
      why: 'ServiceAccount やホスト名は、DNS の名前の形で書きます。',
      remedy: '小文字の英数字と - で書きます。',
    },
    en: {
      title: 'Invalid name in a pod',
      why: 'Service accounts and host names look like DNS names.',
      remedy: 'Use lower-case letters, digits and "-".',
    },
  },
  'pod/host-users': {
    source: coreSource,
    ja: {
      title: 'hostUsers: false と合わない設定がある',
      why: 'ユーザー名前空間を分けた Pod は、ホストの名前空間を使えません。',
      remedy: 'hostNetwork などを消すか、hostUsers を消します。',
    },
    en: {
      title: 'Does not fit hostUsers: false',
      why: 'A pod with users of its own cannot share namespaces of the host.',
      remedy: 'Remove hostNetwork and the like, or hostUsers.',
    },
  },
  'pod/dns': {
    source: coreSource,
    ja: {
      title: 'DNS の設定が正しくない',
      why: 'dnsPolicy: None では、ネームサーバーを自分で書きます。3 つまでです。',
      remedy: 'dnsConfig.nameservers に IP アドレスを書きます。',
    },
    en: {
      title: 'Invalid DNS settings',
      why: 'With dnsPolicy: None the name servers are yours to write, at most three.',
      remedy: 'Write IP addresses into dnsConfig.nameservers.',
    },
  },
  'pod/host-alias': {
    source: coreSource,
    ja: {
      title: 'hostAliases が正しくない',
      why: '/etc/hosts の行になるので、IP アドレスとホスト名の形が決まっています。',
      remedy: 'IP アドレスと小文字のホスト名を書きます。',
    },
    en: {
      title: 'Invalid host alias',
      why: 'It becomes a line of /etc/hosts: an IP address and host names.',
      remedy: 'Write an IP address and lower-case host names.',
    },
  },
  'pod/toleration': {
    source: coreSource,
    ja: {
      title: 'toleration が正しくない',
      why: '演算子と effect の組み合わせが決まっています。',
      remedy: 'Exists では value を書かず、tolerationSeconds は NoExecute と一緒に書きます。',
    },
    en: {
      title: 'Invalid toleration',
      why: 'Operator, value and effect must fit together.',
      remedy: 'No value with Exists, and tolerationSeconds only with NoExecute.',
    },
  },
  'pod/topology-spread': {
    source: coreSource,
    ja: {
      title: 'topologySpreadConstraints が正しくない',
      why: '広げ方の条件は、トポロジと動作の組ごとに 1 つです。',
      remedy: 'maxSkew を 1 以上にし、同じ組を 1 つにまとめます。',
    },
    en: {
      title: 'Invalid spread constraint',
      why: 'There is one condition for each pair of topology and action.',
      remedy: 'Use a maxSkew of 1 or more, and each pair once.',
    },
  },
  'pod/node-selector': {
    source: coreSource,
    ja: {
      title: 'nodeSelector か nodeName が正しくない',
      why: 'nodeSelector はノードのラベルと比べるので、ラベルの形で書きます。',
      remedy: 'ラベルのキーと値の形を直します。',
    },
    en: {
      title: 'Invalid nodeSelector or nodeName',
      why: 'nodeSelector is compared with labels of nodes and looks like labels.',
      remedy: 'Mend the key or the value.',
    },
  },
  'pod/gate': {
    source: coreSource,
    ja: {
      title: 'readinessGates か schedulingGates が正しくない',
      why: 'ゲートの名前はラベルのキーと同じ形で、重ねられません。',
      remedy: 'example.com/名前 の形にします。',
    },
    en: {
      title: 'Invalid gate',
      why: 'Names of gates look like keys of labels and cannot repeat.',
      remedy: 'Write them as example.com/name.',
    },
  },
  'pod/node-affinity': {
    source: coreSource,
    ja: {
      title: 'nodeAffinity が正しくない',
      why: '条件が 1 つもない必須の指定や、範囲外の重みは受け付けられません。',
      remedy: 'nodeSelectorTerms に条件を書き、weight を 1 から 100 にします。',
    },
    en: {
      title: 'Invalid node affinity',
      why: 'A requirement without terms and a weight out of range are refused.',
      remedy: 'Write terms into nodeSelectorTerms, and a weight from 1 to 100.',
    },
  },
  'pod/pod-affinity': {
    source: coreSource,
    ja: {
      title: 'podAffinity が正しくない',
      why: 'どの広さで近いか遠いかを、topologyKey で決めます。',
      remedy: 'topologyKey（kubernetes.io/hostname など）を書き、weight を 1 から 100 にします。',
    },
    en: {
      title: 'Invalid pod affinity',
      why: 'topologyKey says how near is near.',
      remedy: 'Write a topologyKey such as kubernetes.io/hostname, and a weight from 1 to 100.',
    },
  },
};
