import type { RuleDocs } from '../doc.ts';

export const practiceDocs: RuleDocs = {
  'ingress/class-annotation': {
    source: 'https://kubernetes.io/docs/concepts/services-networking/ingress/#deprecated-annotation',
    ja: {
      title: 'コントローラーをアノテーションで選んでいる',
      why: 'v1.18 から非推奨です。これを書くと、既定の IngressClass は補われません。読まないコントローラーもあります。',
      remedy: 'アノテーションを消し、spec.ingressClassName に IngressClass の名前を書きます。',
    },
    en: {
      title: 'Ingress class in an annotation',
      why: 'Deprecated since v1.18. With it, no default IngressClass is filled in, and some controllers do not read it.',
      remedy: 'Remove the annotation and name the IngressClass in spec.ingressClassName.',
    },
  },
  'storageclass/in-tree': {
    source: 'https://kubernetes.io/docs/concepts/storage/volumes/#csi-migration',
    ja: {
      title: 'Kubernetes 本体にないプロビジョナー',
      why: 'クラウドごとのコードは本体からなくなりました。対応する CSI ドライバーがなければ、PVC は Pending のままです。',
      remedy:
        'クラウドの CSI ドライバーを入れ、その名前を provisioner に書きます（GCE なら pd.csi.storage.gke.io）。',
    },
    en: {
      title: 'Provisioner that left Kubernetes',
      why: 'Code for single clouds is gone from Kubernetes. Without the CSI driver for it, claims stay Pending.',
      remedy: "Install the cloud's CSI driver and write its name: pd.csi.storage.gke.io, for example.",
    },
  },
  'image/tag': {
    source: 'https://kubernetes.io/docs/concepts/containers/images/#image-names',
    ja: {
      title: 'イメージの版が決まっていない',
      why: 'タグがないと latest になり、昨日と今日、ノードごとに違うものが動くことがあります。',
      remedy: '版のタグかダイジェストを書きます。',
    },
    en: {
      title: 'Image without a fixed version',
      why: 'No tag means latest: yesterday and today, or two nodes, may run different things.',
      remedy: 'Write the tag of a version, or a digest.',
    },
  },
  'pod/resources-missing': {
    source: 'https://kubernetes.io/docs/concepts/workloads/pods/pod-qos/',
    ja: {
      title: 'requests も limits もない',
      why: 'どれだけ使うか分からないまま配置され、ノードのメモリが足りなくなると最初に止められます。',
      remedy: 'resources.requests に cpu と memory、limits に memory を書きます。',
    },
    en: {
      title: 'Neither requests nor limits',
      why: 'It is placed without knowing what it needs, and is the first to be stopped when memory runs out.',
      remedy: 'Write cpu and memory into resources.requests, and memory into limits.',
    },
  },
  'pod/probe-missing': {
    source: 'https://kubernetes.io/docs/concepts/workloads/pods/probes/',
    ja: {
      title: 'Service の宛先に readinessProbe がない',
      why: 'コンテナが動き出しただけで宛先に入るので、起動の途中や更新の間に失敗する要求が出ます。',
      remedy: 'アプリが答えられるかを確かめる readinessProbe を書きます。',
    },
    en: {
      title: 'Service leads to a container without a readinessProbe',
      why: 'It gets requests as soon as it starts, so some fail during every start and update.',
      remedy: 'Write a readinessProbe that asks whether the application can answer.',
    },
  },
  'pod/run-as-root': {
    source: 'https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted',
    ja: {
      title: 'root で動く',
      why: 'コンテナが破られたとき、root だとノードへ抜け出す手がかりが増えます。',
      remedy: 'runAsNonRoot: true と、0 でない runAsUser を書きます。root が要るイメージなら理由を残します。',
    },
    en: {
      title: 'Runs as root',
      why: 'Whoever breaks into the container is root there, which helps to get out onto the node.',
      remedy: 'Write runAsNonRoot: true and a runAsUser other than 0; say why where an image needs root.',
    },
  },
  'pod/secret-in-env': {
    source: 'https://kubernetes.io/docs/concepts/security/secrets-good-practices/',
    ja: {
      title: '秘密の値をそのまま書いている',
      why: 'マニフェストは Git に入り、Pod を見られる人ならだれでも読めます。',
      remedy: 'Secret に置き、env の valueFrom.secretKeyRef で渡します。',
    },
    en: {
      title: 'Secret in plain text',
      why: 'Manifests go into Git, and everybody who may look at the pod can read it.',
      remedy: 'Keep it in a Secret and pass it with valueFrom.secretKeyRef.',
    },
  },
};
