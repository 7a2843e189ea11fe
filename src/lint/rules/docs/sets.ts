import type { RuleDocs } from '../doc.ts';

export const setDocs: RuleDocs = {
  'set/duplicate': {
    source: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/names/',
    ja: {
      title: '同じオブジェクトが 2 つある',
      why: '後に適用した方が前を上書きし、書いた半分がなくなります。',
      remedy: '名前か名前空間を変えるか、片方を消します。',
    },
    en: {
      title: 'The same object twice',
      why: 'The one applied last replaces the first, and half of what was written is gone.',
      remedy: 'Change a name or namespace, or remove one of them.',
    },
  },
  'set/nodeport': {
    source: 'https://kubernetes.io/docs/concepts/services-networking/service/#type-nodeport',
    ja: {
      title: 'nodePort が重なっている',
      why: '番号はクラスター全体で 1 つの Service だけが使えます。後の Service は作れません。',
      remedy: '別の番号にするか、nodePort を書かずに任せます。',
    },
    en: {
      title: 'Two Services with one nodePort',
      why: 'A node port belongs to one Service of the whole cluster: the second is refused.',
      remedy: 'Choose another, or leave it to the server.',
    },
  },
  'set/selector-overlap': {
    source: 'https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#label-selector-updates',
    ja: {
      title: '互いの Pod を選ぶ',
      why: '2 つのコントローラーが同じ Pod を自分のものとして数え、数や更新がおかしくなります。',
      remedy: '区別できるラベルを、両方のセレクターとテンプレートに足します。',
    },
    en: {
      title: "Controllers that select each other's pods",
      why: 'Both count the same pods as theirs; numbers and updates go wrong.',
      remedy: 'Add a label that tells them apart to both selectors and templates.',
    },
  },
  'ref/statefulset-service': {
    source: 'https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#stable-network-id',
    ja: {
      title: 'StatefulSet の Service が合わない',
      why: 'Pod ごとの DNS 名は、Pod を選ぶ headless の Service があるときだけ作られます。',
      remedy: 'serviceName に、clusterIP: None で同じラベルを選ぶ Service を書きます。',
    },
    en: {
      title: 'Service of a StatefulSet does not fit',
      why: 'A DNS name for each pod exists only with a headless Service that selects the pods.',
      remedy: 'Name a Service with clusterIP: None that selects their labels.',
    },
  },
  'ref/hpa-target': {
    source: 'https://kubernetes.io/docs/reference/kubernetes-api/autoscaling/horizontal-pod-autoscaler-v2/',
    ja: {
      title: 'HPA の対象がない',
      why: '対象が見つからない HPA は、何も増やさず何も減らしません。',
      remedy: 'scaleTargetRef の apiVersion、kind、name を対象に合わせます。',
    },
    en: {
      title: 'Target of an autoscaler is missing',
      why: 'An autoscaler without its target scales nothing.',
      remedy: 'Match apiVersion, kind and name of scaleTargetRef with the target.',
    },
  },
  'ref/hpa-requests': {
    source:
      'https://kubernetes.io/docs/concepts/workloads/autoscaling/horizontal-pod-autoscale/#algorithm-details',
    ja: {
      title: '使用率を計算できない',
      why: '使用率は requests に対する割合です。1 つのコンテナでも欠けると、HPA は動きません。',
      remedy: '対象のすべてのコンテナに、そのリソースの requests を書きます。',
    },
    en: {
      title: 'Utilization cannot be worked out',
      why: 'It is a share of the request: if one container has none, the autoscaler does nothing.',
      remedy: 'Write a request of that resource for every container of the target.',
    },
  },
  'ref/hpa-replicas': {
    source: 'https://kubernetes.io/docs/concepts/workloads/autoscaling/horizontal-pod-autoscale/',
    ja: {
      title: 'HPA の対象に replicas がある',
      why: '適用し直すたびに、HPA が決めた数がこの数へ戻ります。',
      remedy: 'replicas の行を消します。',
    },
    en: {
      title: 'replicas beside an autoscaler',
      why: 'Every apply sets the number back that the autoscaler has chosen.',
      remedy: 'Remove replicas.',
    },
  },
  'ref/netpol-selector': {
    source: 'https://kubernetes.io/docs/concepts/services-networking/network-policies/',
    ja: {
      title: 'NetworkPolicy がどの Pod にも効かない',
      why: '守っているつもりの Pod が、守られていません。',
      remedy: 'podSelector を Pod のラベルに合わせます。',
    },
    en: {
      title: 'NetworkPolicy selects no pod',
      why: 'The pods that it should guard are open.',
      remedy: 'Match podSelector with the labels of the pods.',
    },
  },
  'ref/pdb-selector': {
    source: 'https://kubernetes.io/docs/tasks/run-application/configure-pdb/',
    ja: {
      title: 'PodDisruptionBudget がどの Pod にも効かない',
      why: 'ノードの drain のとき、Pod が一度に全部止まるかもしれません。',
      remedy: 'selector を Pod のラベルに合わせます。',
    },
    en: {
      title: 'Disruption budget selects no pod',
      why: 'A drain may stop all pods at once.',
      remedy: 'Match the selector with the labels of the pods.',
    },
  },
  'pdb/blocks': {
    source: 'https://kubernetes.io/docs/tasks/run-application/configure-pdb/',
    ja: {
      title: '1 つも退避させない',
      why: 'ノードを空にする drain が、いつまでも終わりません。',
      remedy: 'maxUnavailable を 1 以上にするか、minAvailable を Pod の数より小さくします。',
    },
    en: {
      title: 'Budget that never lets a pod go',
      why: 'Draining a node never ends.',
      remedy: 'Allow maxUnavailable of at least 1, or a minAvailable below the number of pods.',
    },
  },
};
