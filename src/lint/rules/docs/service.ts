import type { RuleDocs } from '../doc.ts';
import { coreSource, discoverySource } from './kind-sources.ts';

export const serviceDocs: RuleDocs = {
  'service/ports': {
    source: coreSource,
    ja: {
      title: 'Service のポートが正しくない',
      why: 'Service は port で受け、targetPort へ渡します。ポートが 2 つ以上あるときは、名前で区別します。',
      remedy: 'port と targetPort を 1 から 65535 か正しい名前にし、2 つ以上なら name を付けます。',
    },
    en: {
      title: 'Invalid Service ports',
      why: 'A Service receives on port and passes on to targetPort; several ports are told apart by their names.',
      remedy: 'Use numbers from 1 to 65535 or valid names, and give each of several ports a name.',
    },
  },
  'service/node-port': {
    source: coreSource,
    ja: {
      title: 'nodePort をここには書けない',
      why: 'nodePort は、クラスターの外から届く NodePort と LoadBalancer だけのものです。',
      remedy: 'type を NodePort にするか、nodePort を消します。',
    },
    en: {
      title: 'nodePort does not fit',
      why: 'Only NodePort and LoadBalancer open a port on the machines of a cluster.',
      remedy: 'Set type: NodePort, or remove nodePort.',
    },
  },
  'service/node-port-range': {
    source: coreSource,
    ja: {
      title: 'nodePort が既定の範囲の外にある',
      why: '既定の範囲は 30000 から 32767 です。範囲を変えていないクラスターは、それ以外を拒みます。',
      remedy: '範囲の中の番号にするか、書かずに任せます。',
    },
    en: {
      title: 'nodePort outside the default range',
      why: 'The default range is 30000 to 32767; a cluster that did not change it refuses anything else.',
      remedy: 'Choose a number in the range, or leave it out.',
    },
  },
  'service/type': {
    source: coreSource,
    ja: {
      title: 'type に合わない設定がある',
      why: 'ヘッドレス、外部名、ロードバランサーには、それぞれ書けないフィールドがあります。',
      remedy: 'type を直すか、合わないフィールドを消します。',
    },
    en: {
      title: 'Does not fit the type',
      why: 'Headless Services, external names and load balancers each exclude some fields.',
      remedy: 'Change the type, or remove the field.',
    },
  },
  'service/external-name': {
    source: coreSource,
    ja: {
      title: 'externalName が正しくない',
      why: 'ExternalName の Service は、DNS の別名を返すだけです。その名前が要ります。',
      remedy: '小文字の DNS 名を書きます。',
    },
    en: {
      title: 'Invalid externalName',
      why: 'A Service of type ExternalName only answers with another DNS name, so it needs one.',
      remedy: 'Write a lower-case DNS name.',
    },
  },
  'service/addresses': {
    source: coreSource,
    ja: {
      title: 'Service のアドレスが正しくない',
      why: 'clusterIP や externalIPs には IP アドレス、loadBalancerSourceRanges には範囲を書きます。',
      remedy: '正しい形のアドレスにします。clusterIP はふつう書きません。',
    },
    en: {
      title: 'Invalid address of a Service',
      why: 'clusterIP and externalIPs hold IP addresses, loadBalancerSourceRanges holds networks.',
      remedy: 'Write valid addresses; clusterIP is usually left out.',
    },
  },
  'service/traffic': {
    source: coreSource,
    ja: {
      title: '通信の方針が正しくない',
      why: 'どの Pod に渡すかを決めるフィールドには、決まった値だけが書けます。type によっては意味がありません。',
      remedy: '使える値にするか、フィールドを消します。',
    },
    en: {
      title: 'Invalid traffic policy',
      why: 'Fields that choose between pods take a few values only, and some make no sense for every type.',
      remedy: 'Use an allowed value, or remove the field.',
    },
  },
  'service/selector': {
    source: coreSource,
    ja: {
      title: 'Service のセレクターが正しくない',
      why: 'セレクターは Pod のラベルと比べます。ラベルに書けないものとは、決して一致しません。',
      remedy: 'ラベルに書ける値にします。',
    },
    en: {
      title: 'Invalid selector of a Service',
      why: 'The selector is compared with labels of pods, so it must look like one.',
      remedy: 'Write valid labels.',
    },
  },
  'endpointslice/address': {
    source: discoverySource,
    ja: {
      title: 'EndpointSlice の宛先が正しくない',
      why: '1 つの EndpointSlice には、addressType の種類のアドレスだけを置きます。',
      remedy: 'addressType に合うアドレスを 1 つ以上書きます。',
    },
    en: {
      title: 'Invalid endpoint',
      why: 'An EndpointSlice holds addresses of the one kind that addressType names.',
      remedy: 'Write at least one address of that kind.',
    },
  },
  'endpointslice/port': {
    source: discoverySource,
    ja: {
      title: 'EndpointSlice のポートが正しくない',
      why: 'ポートの名前は Service のポートと対応します。同じ名前は 2 つ書けません。',
      remedy: '名前を分け、正しい値にします。',
    },
    en: {
      title: 'Invalid port of an EndpointSlice',
      why: 'Names of ports match those of the Service, so each may appear once.',
      remedy: 'Use distinct names and valid values.',
    },
  },
};
