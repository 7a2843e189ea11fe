import type { RuleDocs } from '../doc.ts';
import { coreSource } from './sources.ts';

export const containerDocs: RuleDocs = {
  'pod/containers': {
    source: coreSource,
    ja: {
      title: 'コンテナがない',
      why: 'Pod には、少なくとも 1 つのコンテナが要ります。エフェメラルコンテナは kubectl debug であとから足します。',
      remedy: 'containers に 1 つ以上書きます。',
    },
    en: {
      title: 'No containers',
      why: 'A pod needs a container at least. Ephemeral containers are added later with kubectl debug.',
      remedy: 'Write one or more containers.',
    },
  },
  'pod/container-name': {
    source: coreSource,
    ja: {
      title: 'コンテナの名前が正しくない',
      why: 'コンテナの名前は kubectl logs -c などで使うので、Pod の中で重ねられません。',
      remedy: '小文字の英数字と - で、Pod の中で違う名前にします。',
    },
    en: {
      title: 'Invalid container name',
      why: 'Names of containers are used by kubectl logs -c and the like, and must differ within the pod.',
      remedy: 'Use lower-case letters, digits and "-", each name once in the pod.',
    },
  },
  'pod/image': {
    source: coreSource,
    ja: {
      title: 'イメージが正しくない',
      why: 'イメージがなければコンテナは起動できません。',
      remedy: 'image を書き、前後の空白を消します。',
    },
    en: {
      title: 'Invalid image',
      why: 'Without an image a container cannot start.',
      remedy: 'Write the image, without blanks around it.',
    },
  },
  'pod/port': {
    source: coreSource,
    ja: {
      title: 'ポートが正しくない',
      why: 'ポートの番号は 1 から 65535 で、名前とホストのポートは重ねられません。',
      remedy: '番号と名前（15 文字まで）を直します。',
    },
    en: {
      title: 'Invalid port',
      why: 'Numbers run from 1 to 65535; names and ports of the host cannot repeat.',
      remedy: 'Mend the number or the name (at most 15 characters).',
    },
  },
  'pod/env': {
    source: coreSource,
    ja: {
      title: '環境変数が正しくない',
      why: '値は、value か、valueFrom のどれか 1 つから決まります。',
      remedy: 'value と valueFrom のどちらかにし、参照先の名前とキーを書きます。',
    },
    en: {
      title: 'Invalid environment variable',
      why: 'A value comes from value or from exactly one source in valueFrom.',
      remedy: 'Use one of value and valueFrom, and write name and key of the reference.',
    },
  },
  'pod/env-from': {
    source: coreSource,
    ja: {
      title: 'envFrom が正しくない',
      why: '1 つの項目は、ConfigMap か Secret のどちらか 1 つを指します。',
      remedy: 'configMapRef か secretRef のどちらかに、名前を書きます。',
    },
    en: {
      title: 'Invalid envFrom',
      why: 'Each item refers to one ConfigMap or one Secret.',
      remedy: 'Write a name into either configMapRef or secretRef.',
    },
  },
  'pod/env-file': {
    source: coreSource,
    ja: {
      title: 'fileKeyRef の参照先がない',
      why: 'fileKeyRef は、同じ Pod の emptyDir にあるファイルを読みます。',
      remedy: 'volumes にある emptyDir の名前を書きます。',
    },
    en: {
      title: 'fileKeyRef refers to no volume',
      why: 'fileKeyRef reads a file in an emptyDir of the same pod.',
      remedy: "Name an emptyDir of the pod's volumes.",
    },
  },
  'pod/mount': {
    source: coreSource,
    ja: {
      title: 'マウントが正しくない',
      why: 'マウントするボリュームは、同じ Pod の volumes になければなりません。',
      remedy: 'volumes の名前と同じ綴りにし、マウント先を重ねないようにします。',
    },
    en: {
      title: 'Invalid volume mount',
      why: 'A mounted volume must be in the volumes of the same pod.',
      remedy: 'Spell the name as in volumes, and use each path once.',
    },
  },
  'pod/device': {
    source: coreSource,
    ja: {
      title: 'ブロックデバイスが正しくない',
      why: 'volumeDevices に使えるのは、PersistentVolumeClaim か ephemeral のボリュームだけです。',
      remedy: 'ボリュームの名前と種類を確かめます。',
    },
    en: {
      title: 'Invalid volume device',
      why: 'Only a PersistentVolumeClaim or an ephemeral volume can be a block device.',
      remedy: 'Check name and source of the volume.',
    },
  },
  'pod/resources': {
    source: coreSource,
    ja: {
      title: 'リソースの要求か上限が正しくない',
      why: '要求が上限を超えると、Pod は作れません。リソースの名前も決まっています。',
      remedy: 'requests を limits 以下にし、cpu、memory などの名前を確かめます。',
    },
    en: {
      title: 'Invalid requests or limits',
      why: 'A request above its limit is refused, and so is an unknown resource.',
      remedy: 'Keep requests at or below limits, and check names such as cpu and memory.',
    },
  },
  'pod/resource-claim': {
    source: coreSource,
    ja: {
      title: 'resourceClaims が正しくない',
      why: 'コンテナの claims は、Pod の resourceClaims を名前で指します。',
      remedy: 'Pod の resourceClaims に同じ名前を書き、参照先を 1 つにします。',
    },
    en: {
      title: 'Invalid resource claim',
      why: 'Claims of a container refer to resourceClaims of the pod by name.',
      remedy: "Write the name into the pod's resourceClaims, with one reference each.",
    },
  },
  'pod/pod-resources': {
    source: coreSource,
    ja: {
      title: 'Pod 全体のリソースが正しくない',
      why: 'Pod 全体の値は、コンテナの合計より小さくできません。',
      remedy: 'Pod の requests と limits を、コンテナに合わせて増やします。',
    },
    en: {
      title: 'Invalid resources of the pod',
      why: 'The pod as a whole cannot have less than its containers together.',
      remedy: "Raise the pod's requests and limits to fit the containers.",
    },
  },
  'pod/probe': {
    source: coreSource,
    ja: {
      title: 'プローブが正しくない',
      why: '1 つのプローブは、1 つの方法だけで調べます。',
      remedy: 'exec、httpGet、tcpSocket、grpc のどれか 1 つにし、ポートと回数を確かめます。',
    },
    en: {
      title: 'Invalid probe',
      why: 'A probe asks in exactly one way.',
      remedy: 'Keep one of exec, httpGet, tcpSocket and grpc, and check port and thresholds.',
    },
  },
  'pod/lifecycle': {
    source: coreSource,
    ja: {
      title: 'フックが正しくない',
      why: 'postStart と preStop は、それぞれ 1 つの方法だけで動きます。',
      remedy: 'exec、httpGet、sleep のどれか 1 つにし、sleep は terminationGracePeriodSeconds 以下にします。',
    },
    en: {
      title: 'Invalid lifecycle hook',
      why: 'postStart and preStop each act in exactly one way.',
      remedy: 'Keep one of exec, httpGet and sleep; sleep no longer than terminationGracePeriodSeconds.',
    },
  },
  'pod/init-container': {
    source: coreSource,
    ja: {
      title: 'init コンテナにプローブがある',
      why: 'init コンテナは終わるまで待つだけなので、プローブやフックは使えません。',
      remedy: 'サイドカーにするなら restartPolicy: Always を書き、そうでなければプローブを消します。',
    },
    en: {
      title: 'Probe on an init container',
      why: 'An init container runs to its end: probes and hooks make no sense there.',
      remedy: 'Write restartPolicy: Always to make it a sidecar, or remove the probe.',
    },
  },
  'pod/container-restart': {
    source: coreSource,
    ja: {
      title: 'コンテナの restartPolicy が正しくない',
      why: 'コンテナごとの restartPolicy は、版と種類によって使える値が違います。',
      remedy: 'init コンテナでは Always、ほかでは Pod の restartPolicy を使います。',
    },
    en: {
      title: 'Invalid restartPolicy of a container',
      why: 'What a container may say depends on the minor and on its kind.',
      remedy: "Use Always in an init container, and the pod's restartPolicy elsewhere.",
    },
  },
  'pod/resize-policy': {
    source: coreSource,
    ja: {
      title: 'resizePolicy が正しくない',
      why: 'リソースを変えたときの動きは、cpu と memory に 1 つずつ決めます。',
      remedy: 'リソースごとに 1 項目にし、NotRequired か RestartContainer にします。',
    },
    en: {
      title: 'Invalid resizePolicy',
      why: 'What a resize does is said once for cpu and once for memory.',
      remedy: 'One item per resource, with NotRequired or RestartContainer.',
    },
  },
};
