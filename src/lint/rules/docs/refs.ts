import type { RuleDocs } from '../doc.ts';

export const referenceDocs: RuleDocs = {
  'ref/service-selector': {
    source: 'https://kubernetes.io/docs/tasks/debug/debug-application/debug-service/',
    ja: {
      title: 'Service の宛先がない',
      why: 'セレクターに合う Pod がない Service は、名前は引けても接続できません。',
      remedy: 'selector を Pod テンプレートのラベルに合わせます。',
    },
    en: {
      title: 'Service without pods',
      why: 'Its name resolves, but nothing answers.',
      remedy: 'Match the selector with the labels of the pod template.',
    },
  },
  'ref/service-port': {
    source: 'https://kubernetes.io/docs/concepts/services-networking/service/#field-spec-ports',
    ja: {
      title: 'targetPort が Pod のポートと合わない',
      why: '名前で書いた targetPort は、コンテナの ports に同じ名前と protocol がないと宛先になりません。',
      remedy: 'コンテナの ports の名前か番号に合わせます。',
    },
    en: {
      title: 'targetPort does not fit the pods',
      why: 'A named targetPort leads nowhere unless a container has a port of that name and protocol.',
      remedy: 'Match it with a name or number in the ports of the container.',
    },
  },
  'ref/ingress-service': {
    source: 'https://kubernetes.io/docs/concepts/services-networking/ingress/',
    ja: {
      title: 'Ingress の転送先の Service がない',
      why: '要求は 503 などの失敗になります。',
      remedy: '同じ名前空間の Service の名前に直します。',
    },
    en: {
      title: 'Service behind an Ingress is missing',
      why: 'Requests fail, with 503 for example.',
      remedy: 'Name a Service of the same namespace.',
    },
  },
  'ref/ingress-port': {
    source: 'https://kubernetes.io/docs/concepts/services-networking/ingress/',
    ja: {
      title: 'Service にないポートへ転送する',
      why: 'Ingress が見るのは Service のポートです。コンテナのポートを書くとつながりません。',
      remedy: 'Service の ports にある番号か名前を書きます。',
    },
    en: {
      title: 'Ingress leads to a port that the Service lacks',
      why: 'An Ingress asks for the port of the Service, not of the container.',
      remedy: 'Write a number or name out of the ports of the Service.',
    },
  },
  'ref/ingress-class': {
    source: 'https://kubernetes.io/docs/concepts/services-networking/ingress/#ingress-class',
    ja: {
      title: 'IngressClass がない',
      why: '担当するコントローラーが決まらず、Ingress は働きません。',
      remedy: 'ingressClassName を IngressClass の名前に合わせます。',
    },
    en: {
      title: 'IngressClass is missing',
      why: 'No controller takes the Ingress.',
      remedy: 'Match ingressClassName with the name of an IngressClass.',
    },
  },
  'ref/tls-secret': {
    source: 'https://kubernetes.io/docs/concepts/services-networking/ingress/#tls',
    ja: {
      title: 'TLS の Secret がないか、鍵がない',
      why: 'コントローラーは既定の証明書を出すか、HTTPS を受けません。',
      remedy: '同じ名前空間に、tls.crt と tls.key を持つ Secret を置きます。',
    },
    en: {
      title: 'TLS Secret is missing or lacks a key',
      why: 'The controller shows a default certificate, or none.',
      remedy: 'Put a Secret with tls.crt and tls.key into the same namespace.',
    },
  },
  'ref/configmap': {
    source: 'https://kubernetes.io/docs/tasks/configure-pod-container/configure-pod-configmap/',
    ja: {
      title: 'ConfigMap がない',
      why: 'Pod は、それができるまで始まりません。',
      remedy: '名前を直すか、同じ名前空間に ConfigMap を作ります。',
    },
    en: {
      title: 'ConfigMap is missing',
      why: 'The pod does not start before it is there.',
      remedy: 'Correct the name, or make the ConfigMap in the same namespace.',
    },
  },
  'ref/secret': {
    source: 'https://kubernetes.io/docs/concepts/configuration/secret/',
    ja: {
      title: 'Secret がない',
      why: 'Pod は、それができるまで始まりません。',
      remedy: '名前を直すか、同じ名前空間に Secret を作ります。',
    },
    en: {
      title: 'Secret is missing',
      why: 'The pod does not start before it is there.',
      remedy: 'Correct the name, or make the Secret in the same namespace.',
    },
  },
  'ref/pvc': {
    source: 'https://kubernetes.io/docs/concepts/storage/persistent-volumes/',
    ja: {
      title: 'PersistentVolumeClaim がない',
      why: 'Pod は、それができるまで配置されません。',
      remedy: '名前を直すか、同じ名前空間に PersistentVolumeClaim を作ります。',
    },
    en: {
      title: 'Claim is missing',
      why: 'The pod does not start before it is there.',
      remedy: 'Correct the name, or make the PersistentVolumeClaim in the same namespace.',
    },
  },
  'ref/key': {
    source: 'https://kubernetes.io/docs/tasks/configure-pod-container/configure-pod-configmap/',
    ja: {
      title: 'キーがない',
      why: 'env では Pod が始まらず、subPath では空のフォルダーになります。',
      remedy: 'ConfigMap や Secret にあるキーを書きます。',
    },
    en: {
      title: 'Key is missing',
      why: 'With env the pod does not start; a subPath becomes an empty folder.',
      remedy: 'Name a key that the ConfigMap or Secret has.',
    },
  },
  'ref/probe-port': {
    source:
      'https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/',
    ja: {
      title: 'プローブのポートがない',
      why: '名前が見つからないプローブは失敗し続け、コンテナは再起動を繰り返すか、Ready になりません。',
      remedy: 'コンテナの ports の名前に合わせるか、番号で書きます。',
    },
    en: {
      title: 'Port of a probe is missing',
      why: 'The probe fails for ever: the container is restarted again and again, or never ready.',
      remedy: 'Match a name in the ports of the container, or write the number.',
    },
  },
  'ref/serviceaccount': {
    source: 'https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/',
    ja: {
      title: 'ServiceAccount がない',
      why: 'Pod は作られず、権限を渡したつもりの相手もいません。',
      remedy: '名前と名前空間を直すか、ServiceAccount を足します。',
    },
    en: {
      title: 'ServiceAccount is missing',
      why: 'Pods are not made, and rights are given to nobody.',
      remedy: 'Correct name and namespace, or add the ServiceAccount.',
    },
  },
  'ref/role': {
    source: 'https://kubernetes.io/docs/reference/access-authn-authz/rbac/',
    ja: {
      title: '役割がない',
      why: 'ない役割への束縛は受け付けられますが、何の権限も渡しません。',
      remedy: 'roleRef の kind と name を直すか、Role を足します。',
    },
    en: {
      title: 'Role is missing',
      why: 'A binding to a role that does not exist is taken, and gives no rights.',
      remedy: 'Correct kind and name of roleRef, or add the role.',
    },
  },
  'ref/storageclass': {
    source: 'https://kubernetes.io/docs/concepts/storage/storage-classes/',
    ja: {
      title: 'StorageClass がない',
      why: 'PersistentVolumeClaim は Pending のままになります。',
      remedy: 'storageClassName を、ある StorageClass の名前に合わせます。',
    },
    en: {
      title: 'StorageClass is missing',
      why: 'The claim stays pending.',
      remedy: 'Name a StorageClass that exists.',
    },
  },
  'ref/pv': {
    source: 'https://kubernetes.io/docs/concepts/storage/persistent-volumes/#reserving-a-persistentvolume',
    ja: {
      title: 'PersistentVolume がない',
      why: '名指しした相手がないと、PersistentVolumeClaim は Pending のままになります。',
      remedy: 'volumeName を直すか、行を消して任せます。',
    },
    en: {
      title: 'PersistentVolume is missing',
      why: 'A claim that names its volume waits for that one.',
      remedy: 'Correct volumeName, or remove it.',
    },
  },
};
