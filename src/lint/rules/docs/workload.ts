import type { RuleDocs } from '../doc.ts';
import { appsSource, coreSource } from './sources.ts';

export const workloadDocs: RuleDocs = {
  'template/labels': {
    source: coreSource,
    ja: {
      title: 'テンプレートのラベルが正しくない',
      why: 'テンプレートのラベルは、そのまま Pod のラベルになります。',
      remedy: 'キーと値の形を直します。',
    },
    en: {
      title: 'Invalid labels in a template',
      why: 'Labels of the template become labels of the pods.',
      remedy: 'Mend the key or the value.',
    },
  },
  'template/restart-policy': {
    source: coreSource,
    ja: {
      title: 'restartPolicy がその kind に合わない',
      why: 'Deployment などは Pod を動かし続け、Job は終わらせるので、使える値が違います。',
      remedy: 'Deployment などでは書かず（Always）、Job と CronJob では OnFailure か Never にします。',
    },
    en: {
      title: 'restartPolicy does not fit the kind',
      why: 'A Deployment keeps its pods running, a Job lets them end: they allow different values.',
      remedy: 'Leave it out in a Deployment (Always); in a Job or CronJob use OnFailure or Never.',
    },
  },
  'workload/count': {
    source: appsSource,
    ja: {
      title: '数が正しくない',
      why: 'レプリカの数や秒数に、負の値はありません。',
      remedy: '0 以上にします。',
    },
    en: {
      title: 'Invalid number',
      why: 'Numbers of replicas and seconds are never negative.',
      remedy: 'Use 0 or more.',
    },
  },
  'deployment/strategy': {
    source: appsSource,
    ja: {
      title: 'Deployment の strategy が正しくない',
      why: 'Recreate では rollingUpdate を使えず、maxSurge と maxUnavailable の両方が 0 では更新が進みません。',
      remedy: 'どちらかを 1 以上にします。Recreate では rollingUpdate を消します。',
    },
    en: {
      title: 'Invalid Deployment strategy',
      why: 'Recreate takes no rollingUpdate, and with maxSurge and maxUnavailable both 0 no update could proceed.',
      remedy: 'Make one of them 1 or more; remove rollingUpdate from Recreate.',
    },
  },
  'deployment/deadline': {
    source: appsSource,
    ja: {
      title: 'progressDeadlineSeconds が短い',
      why: 'Pod が使えるようになるのを待つ minReadySeconds より長くなければ、必ず失敗になります。書かなければ 600 秒です。',
      remedy: 'minReadySeconds より大きくします。',
    },
    en: {
      title: 'progressDeadlineSeconds is too short',
      why: 'It must be longer than minReadySeconds, or every rollout would fail. Left out, it is 600.',
      remedy: 'Make it more than minReadySeconds.',
    },
  },
  'statefulset/strategy': {
    source: appsSource,
    ja: {
      title: 'StatefulSet の更新のしかたが正しくない',
      why: 'OnDelete では rollingUpdate を使えません。',
      remedy: 'type を RollingUpdate にするか、rollingUpdate を消します。',
    },
    en: {
      title: 'Invalid StatefulSet strategy',
      why: 'OnDelete takes no rollingUpdate.',
      remedy: 'Use type RollingUpdate, or remove rollingUpdate.',
    },
  },
  'statefulset/service-name': {
    source: appsSource,
    ja: {
      title: 'serviceName が正しくない',
      why: 'Pod の DNS 名の一部になるので、Service の名前を書きます。',
      remedy: 'ヘッドレス Service の名前と同じにします。',
    },
    en: {
      title: 'Invalid serviceName',
      why: "It is part of the pods' DNS names: the name of a Service.",
      remedy: 'Write the name of the headless Service.',
    },
  },
  'statefulset/claim': {
    source: appsSource,
    ja: {
      title: 'volumeClaimTemplates が正しくない',
      why: 'ここから Pod ごとの PersistentVolumeClaim が作られます。1.34 からは、作る前に調べられます。',
      remedy: 'metadata.name、accessModes、resources.requests.storage を書きます。',
    },
    en: {
      title: 'Invalid claim template',
      why: 'Each pod gets a PersistentVolumeClaim of it. From 1.34 the server looks at it first.',
      remedy: 'Write metadata.name, accessModes and resources.requests.storage.',
    },
  },
  'daemonset/strategy': {
    source: appsSource,
    ja: {
      title: 'DaemonSet の更新のしかたが正しくない',
      why: 'maxSurge と maxUnavailable は、どちらか一方だけを 0 より大きくします。',
      remedy: 'maxSurge を使うときは maxUnavailable を 0 にします。',
    },
    en: {
      title: 'Invalid DaemonSet strategy',
      why: 'Exactly one of maxSurge and maxUnavailable is more than 0.',
      remedy: 'With maxSurge, set maxUnavailable to 0.',
    },
  },
};
