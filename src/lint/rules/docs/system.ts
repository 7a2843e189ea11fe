import type { RuleDocs } from '../doc.ts';

const source = 'kube-apiserver 1.36.3 の検査（k8s.io/kubernetes pkg/apis/*/validation）と実測';

export const systemDocs: RuleDocs = {
  'endpoints/subset': {
    source,
    ja: {
      title: 'Endpoints のアドレスやポートが正しくない',
      why: 'ほかのマシンから届く IP アドレスと、1 から 65535 のポートが要ります。ポートが 2 つ以上なら名前も要ります。',
      remedy: '値を直します。新しいマニフェストでは EndpointSlice を使います。',
    },
    en: {
      title: 'Invalid address or port of Endpoints',
      why: 'It takes addresses that other machines can reach and ports of 1 to 65535, with names if there are several.',
      remedy: 'Mend the value; new manifests use EndpointSlice.',
    },
  },
  'node/fields': {
    source,
    ja: {
      title: 'Node の podCIDR か taint が正しくない',
      why: 'Pod の範囲は IPv4 と IPv6 で 1 つずつ、taint はキーと effect の組で 1 つずつです。',
      remedy: '重なりを消し、形を直します。',
    },
    en: {
      title: 'Invalid podCIDR or taint of a Node',
      why: 'There is one range of pods per address family, and one taint per key and effect.',
      remedy: 'Remove the repetition or mend the form.',
    },
  },
  'namespace/finalizer': {
    source,
    ja: {
      title: 'Namespace の spec.finalizers が正しくない',
      why: 'kubernetes のほかは、ドメインの付いた名前だけです。',
      remedy: 'ふつうは書きません。行を消します。',
    },
    en: {
      title: 'Invalid spec.finalizers of a Namespace',
      why: 'Besides kubernetes only names with a domain are taken.',
      remedy: 'Nobody writes it by hand: remove the line.',
    },
  },
  'namespace/pod-security': {
    source,
    ja: {
      title: 'Pod Security のラベルの値が正しくない',
      why: '段階は privileged、baseline、restricted の 3 つ、版は latest か v1.36 の形です。ほかの値の Namespace は作れません。',
      remedy: '3 つのどれかと、版の形を書きます。',
    },
    en: {
      title: 'Invalid value of a Pod Security label',
      why: 'Levels are privileged, baseline and restricted, versions latest or like v1.36; other values are refused.',
      remedy: 'Write one of them.',
    },
  },
  'event/namespace': {
    source,
    ja: {
      title: 'Event の名前空間か必須の値が正しくない',
      why: 'Event は、対象のオブジェクトと同じ名前空間に置きます。events.k8s.io/v1 では時刻、理由、動作なども要ります。',
      remedy: '名前空間をそろえ、足りない値を書きます。',
    },
    en: {
      title: 'Invalid namespace or value of an Event',
      why: 'An Event is in the namespace of its object; events.k8s.io/v1 also wants time, reason, action and reporter.',
      remedy: 'Use the same namespace and write what is missing.',
    },
  },
  'revision/data': {
    source,
    ja: {
      title: 'ControllerRevision の data か revision が正しくない',
      why: 'data はオブジェクト、revision は 0 以上の整数です。',
      remedy: '値を直します。ふつうはコントローラーが作ります。',
    },
    en: {
      title: 'Invalid data or revision',
      why: 'data is an object, revision a number of 0 or more.',
      remedy: 'Mend the value; controllers make these objects.',
    },
  },
  'storage/csi-node': {
    source,
    ja: {
      title: 'CSINode のドライバーが正しくない',
      why: 'ドライバーの名前は 1 回ずつで、ノードの ID が要ります。',
      remedy: '値を直します。ふつうは kubelet が作ります。',
    },
    en: {
      title: 'Invalid driver of a CSINode',
      why: 'Each driver is there once, with the ID of the node.',
      remedy: 'Mend the value; the kubelet makes these objects.',
    },
  },
  'storage/attachment': {
    source,
    ja: {
      title: 'VolumeAttachment の値が正しくない',
      why: 'ドライバー、ノード、ボリュームを 1 つずつ指します。',
      remedy: '足りない値を書きます。',
    },
    en: {
      title: 'Invalid VolumeAttachment',
      why: 'It names one driver, one node and one volume.',
      remedy: 'Write what is missing.',
    },
  },
  'storage/capacity': {
    source,
    ja: {
      title: 'CSIStorageCapacity の値が正しくない',
      why: 'StorageClass の名前と、ノードを選ぶセレクターを持ちます。',
      remedy: '名前とセレクターを直します。',
    },
    en: {
      title: 'Invalid CSIStorageCapacity',
      why: 'It has the name of a StorageClass and a selector of nodes.',
      remedy: 'Mend the name or the selector.',
    },
  },
  'network/ip-address': {
    source,
    ja: {
      title: 'IPAddress の親が正しくない',
      why: 'このアドレスを使うオブジェクトを、リソースと名前で指します。',
      remedy: 'resource と name を書きます。',
    },
    en: {
      title: 'Invalid parent of an IPAddress',
      why: 'It points at the object that uses the address, by resource and name.',
      remedy: 'Write resource and name.',
    },
  },
  'network/service-cidr': {
    source,
    ja: {
      title: 'ServiceCIDR の範囲が正しくない',
      why: '範囲は 1 つか、IPv4 と IPv6 で 1 つずつです。',
      remedy: '範囲の形と数を直します。',
    },
    en: {
      title: 'Invalid range of a ServiceCIDR',
      why: 'There is one range, or one of each address family.',
      remedy: 'Mend the form or the number of ranges.',
    },
  },
  'access/review': {
    source,
    ja: {
      title: '権限を問い合わせるオブジェクトが正しくない',
      why: 'リソースか URL のどちらか 1 つを尋ねます。保存されないので、名前やラベルは付けられません。',
      remedy: 'どちらか 1 つにし、metadata を空にします。',
    },
    en: {
      title: 'Invalid review of permissions',
      why: 'It asks about one resource or one URL; it is not kept, so it has no name and no labels.',
      remedy: 'Ask about one of them and leave metadata empty.',
    },
  },
  'dra/slice': {
    source,
    ja: {
      title: 'ResourceSlice が正しくない',
      why: 'どのノードから使えるかを 1 通りで示し、デバイスの属性には型を 1 つだけ書きます。',
      remedy: '値を直します。ふつうはデバイスのドライバーが作ります。',
    },
    en: {
      title: 'Invalid ResourceSlice',
      why: 'It says in one way which nodes reach the devices, and gives each attribute one type.',
      remedy: 'Mend the value; device drivers make these objects.',
    },
  },
};
