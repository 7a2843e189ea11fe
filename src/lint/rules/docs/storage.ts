import type { RuleDocs } from '../doc.ts';
import { coreSource, storageSource } from './kind-sources.ts';

export const storageDocs: RuleDocs = {
  'pv/source': {
    source: coreSource,
    ja: {
      title: 'PersistentVolume の実体が正しくない',
      why: '1 つの PersistentVolume は、1 つの実体（csi、nfs、local、hostPath など）を指します。',
      remedy: '実体を 1 つだけ書き、要るフィールドを埋めます。',
    },
    en: {
      title: 'Invalid source of a volume',
      why: 'A PersistentVolume stands for one piece of storage: csi, nfs, local, hostPath and so on.',
      remedy: 'Write exactly one source with its fields.',
    },
  },
  'pv/spec': {
    source: coreSource,
    ja: {
      title: 'PersistentVolume の設定が正しくない',
      why: 'アクセスモード、再利用の方針、ボリュームモードには、決まった値だけが書けます。',
      remedy: '使える値にします。',
    },
    en: {
      title: 'Invalid PersistentVolume',
      why: 'Access modes, reclaim policy and volume mode take a few values only.',
      remedy: 'Use allowed values.',
    },
  },
  'pv/capacity': {
    source: coreSource,
    ja: {
      title: 'PersistentVolume の容量が正しくない',
      why: '要求（PVC）と比べるので、容量が要ります。書けるのは storage だけです。',
      remedy: 'capacity.storage を 0 より大きい量にします。',
    },
    en: {
      title: 'Invalid capacity',
      why: 'Claims are compared with it, so it is required; storage is its only resource.',
      remedy: 'Set capacity.storage to more than 0.',
    },
  },
  'pv/node-affinity': {
    source: coreSource,
    ja: {
      title: 'PersistentVolume のノードの条件が正しくない',
      why: '条件はノードのラベルと比べます。local のボリュームには必ず要ります。',
      remedy: 'required.nodeSelectorTerms に正しい式を書きます。',
    },
    en: {
      title: 'Invalid node affinity',
      why: 'It is compared with labels of nodes, and local volumes need it.',
      remedy: 'Write valid expressions in required.nodeSelectorTerms.',
    },
  },
  'pvc/spec': {
    source: coreSource,
    ja: {
      title: 'PersistentVolumeClaim が正しくない',
      why: '要求には、アクセスモードと大きさ（resources.requests.storage）が要ります。',
      remedy: 'accessModes と storage を書きます。',
    },
    en: {
      title: 'Invalid claim',
      why: 'A claim needs access modes and a size in resources.requests.storage.',
      remedy: 'Write accessModes and storage.',
    },
  },
  'storageclass/fields': {
    source: storageSource,
    ja: {
      title: 'StorageClass の値が正しくない',
      why: 'StorageClass は、ボリュームの作り方をプロビジョナーに伝えます。決まった値だけが書けます。',
      remedy: '使える値にします。',
    },
    en: {
      title: 'Invalid StorageClass',
      why: 'It tells a provisioner how to make volumes; its fields take a few values only.',
      remedy: 'Use allowed values.',
    },
  },
  'storageclass/topology': {
    source: storageSource,
    ja: {
      title: 'allowedTopologies が正しくない',
      why: 'ラベルのキーと値の組で、ボリュームを作ってよい場所を限ります。同じ組は 1 回だけ書きます。',
      remedy: 'キーと値を 1 つ以上、重ならないように書きます。',
    },
    en: {
      title: 'Invalid allowedTopologies',
      why: 'Pairs of keys and values limit where volumes are made; each is written once.',
      remedy: 'Write at least one key and value, without repetition.',
    },
  },
  'storage/attributes-class': {
    source: storageSource,
    ja: {
      title: 'VolumeAttributesClass が正しくない',
      why: 'ドライバーの名前と、ドライバーに渡す値が要ります。',
      remedy: 'driverName と parameters を書きます。',
    },
    en: {
      title: 'Invalid VolumeAttributesClass',
      why: 'It needs the name of a driver and values for it.',
      remedy: 'Write driverName and parameters.',
    },
  },
  'storage/csi-driver': {
    source: storageSource,
    ja: {
      title: 'CSIDriver が正しくない',
      why: 'ドライバーの性質を Kubernetes に伝えるので、決まった値だけが書けます。',
      remedy: '使える値にします。',
    },
    en: {
      title: 'Invalid CSIDriver',
      why: 'It tells Kubernetes about a driver, in a few values only.',
      remedy: 'Use allowed values.',
    },
  },
};
