import type { RuleDocs } from '../doc.ts';
import { networkingSource } from './kind-sources.ts';

export const ingressDocs: RuleDocs = {
  'ingress/rules': {
    source: networkingSource,
    ja: {
      title: 'Ingress に行き先がない',
      why: '規則も既定の行き先もない Ingress は、何もしません。',
      remedy: 'rules か defaultBackend を書きます。',
    },
    en: {
      title: 'Ingress without a destination',
      why: 'Without rules and default backend an Ingress does nothing.',
      remedy: 'Write rules or defaultBackend.',
    },
  },
  'ingress/backend': {
    source: networkingSource,
    ja: {
      title: 'Ingress の行き先が正しくない',
      why: '行き先は Service（名前と、ポートの名前か番号のどちらか）か、別のリソースです。',
      remedy: 'service.name と service.port.number などを書きます。',
    },
    en: {
      title: 'Invalid backend',
      why: "A backend is a Service, with its name and either a port's name or number, or another resource.",
      remedy: 'Write service.name and service.port.number, for example.',
    },
  },
  'ingress/path': {
    source: networkingSource,
    ja: {
      title: 'Ingress のパスが正しくない',
      why: 'networking.k8s.io/v1 では pathType が必須です。Exact と Prefix のパスは / で始めます。',
      remedy: 'pathType を書き、パスを / で始めます。',
    },
    en: {
      title: 'Invalid path',
      why: 'networking.k8s.io/v1 requires pathType; paths of type Exact and Prefix start with /.',
      remedy: 'Write pathType, and start the path with /.',
    },
  },
  'ingress/host': {
    source: networkingSource,
    ja: {
      title: 'Ingress のホスト名が正しくない',
      why: 'host は HTTP の Host と比べる DNS 名です。IP アドレスや大文字は書けません。',
      remedy: '小文字の DNS 名か *.example.com の形にします。',
    },
    en: {
      title: 'Invalid host',
      why: 'The host is compared with the Host header: it is a DNS name, no IP address.',
      remedy: 'Write a lower-case DNS name, or *. and one.',
    },
  },
  'ingress/class': {
    source: networkingSource,
    ja: {
      title: 'IngressClass の指定が正しくない',
      why: '古いアノテーションと ingressClassName の両方があり、値が違うと、どちらか分かりません。',
      remedy: 'ingressClassName だけを使います。',
    },
    en: {
      title: 'Invalid ingress class',
      why: 'The old annotation and ingressClassName must not contradict each other.',
      remedy: 'Use ingressClassName only.',
    },
  },
  'ingressclass/controller': {
    source: networkingSource,
    ja: {
      title: 'IngressClass の controller が正しくない',
      why: 'どのコントローラーが担当するかを、「ドメイン/パス」の形で書きます。',
      remedy: '例: k8s.io/ingress-nginx',
    },
    en: {
      title: 'Invalid controller',
      why: 'It names the controller in charge, as domain/path.',
      remedy: 'For example k8s.io/ingress-nginx.',
    },
  },
  'ingressclass/parameters': {
    source: networkingSource,
    ja: {
      title: 'IngressClass の parameters が正しくない',
      why: 'parameters は別のオブジェクトを指します。namespace は scope が Namespace のときだけ書きます。',
      remedy: 'kind と name を書き、scope と namespace をそろえます。',
    },
    en: {
      title: 'Invalid parameters',
      why: 'They refer to another object; a namespace goes with scope: Namespace only.',
      remedy: 'Write kind and name, and make scope and namespace agree.',
    },
  },
  'networkpolicy/port': {
    source: networkingSource,
    ja: {
      title: 'NetworkPolicy のポートが正しくない',
      why: 'ポートは番号か名前です。範囲（endPort）は番号のときだけ書けます。',
      remedy: '正しい番号か名前にします。',
    },
    en: {
      title: 'Invalid port',
      why: 'A port is a number or a name; a range with endPort needs a number.',
      remedy: 'Write a valid number or name.',
    },
  },
  'networkpolicy/peer': {
    source: networkingSource,
    ja: {
      title: 'NetworkPolicy の相手が正しくない',
      why: '相手は podSelector、namespaceSelector、ipBlock のどれかで書きます。空の項目は「だれでも」にはなりません。',
      remedy: 'どれか 1 つを書きます。だれでもよいときは from や to を書きません。',
    },
    en: {
      title: 'Invalid peer',
      why: 'A peer is a podSelector, a namespaceSelector or an ipBlock; an empty one does not mean everybody.',
      remedy: 'Write one of them; for everybody, leave out from or to.',
    },
  },
  'networkpolicy/types': {
    source: networkingSource,
    ja: {
      title: 'policyTypes が正しくない',
      why: '書けるのは Ingress と Egress だけです。',
      remedy: '使える値にします。',
    },
    en: {
      title: 'Invalid policyTypes',
      why: 'There are only Ingress and Egress.',
      remedy: 'Use these values.',
    },
  },
  'networkpolicy/selector': {
    source: networkingSource,
    ja: {
      title: 'NetworkPolicy のセレクターが正しくない',
      why: 'セレクターのキーと値は、ラベルとして正しいものに限ります。',
      remedy: 'ラベルに書ける値にします。',
    },
    en: {
      title: 'Invalid selector',
      why: 'Keys and values of selectors must be valid labels.',
      remedy: 'Write valid labels.',
    },
  },
};
