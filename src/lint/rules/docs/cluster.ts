import type { RuleDocs } from '../doc.ts';
import {
  apiServiceSource,
  certificateSource,
  coordinationSource,
  flowSource,
  nodeSource,
  resourceSource,
  schedulingSource,
} from './kind-sources.ts';

export const clusterDocs: RuleDocs = {
  'priorityclass/fields': {
    source: schedulingSource,
    ja: {
      title: 'PriorityClass が正しくない',
      why: 'ユーザーの優先度は 10 億までです。それより上と system- の名前は Kubernetes が使います。',
      remedy: '値と名前を直します。',
    },
    en: {
      title: 'Invalid PriorityClass',
      why: 'Priorities of users end at one billion; Kubernetes keeps what is above, and names with system-.',
      remedy: 'Mend value and name.',
    },
  },
  'runtimeclass/fields': {
    source: nodeSource,
    ja: {
      title: 'RuntimeClass が正しくない',
      why: 'handler は、ノードのランタイムの設定の名前です。',
      remedy: 'handler と overhead を直します。',
    },
    en: {
      title: 'Invalid RuntimeClass',
      why: "The handler is the name of a configuration of the nodes' runtime.",
      remedy: 'Mend handler and overhead.',
    },
  },
  'runtimeclass/toleration': {
    source: nodeSource,
    ja: {
      title: 'RuntimeClass の toleration が正しくない',
      why: 'tolerations は Pod のものと同じ決まりに従います。',
      remedy: 'operator、key、effect をそろえます。',
    },
    en: {
      title: 'Invalid toleration',
      why: 'The same rules hold as in a pod.',
      remedy: 'Make operator, key and effect agree.',
    },
  },
  'lease/fields': {
    source: coordinationSource,
    ja: {
      title: 'Lease の数が正しくない',
      why: '期間は 1 秒以上、回数は 0 以上です。',
      remedy: '値を直します。',
    },
    en: {
      title: 'Invalid Lease',
      why: 'Durations are at least a second, counts never negative.',
      remedy: 'Mend the value.',
    },
  },
  'apiservice/fields': {
    source: apiServiceSource,
    ja: {
      title: 'APIService が正しくない',
      why: '名前は「バージョン.グループ」で、優先度には範囲があります。',
      remedy: '名前、group、version、優先度を直します。',
    },
    en: {
      title: 'Invalid APIService',
      why: 'Its name is version.group, and priorities have bounds.',
      remedy: 'Mend name, group, version and priorities.',
    },
  },
  'csr/fields': {
    source: certificateSource,
    ja: {
      title: 'CertificateSigningRequest が正しくない',
      why: '署名要求、署名者、用途が要ります。',
      remedy: 'request、signerName、usages を書きます。',
    },
    en: {
      title: 'Invalid CertificateSigningRequest',
      why: 'It needs a request, a signer and usages.',
      remedy: 'Write request, signerName and usages.',
    },
  },
  'flow/schema': {
    source: flowSource,
    ja: {
      title: 'FlowSchema が正しくない',
      why: 'だれの、何への要求かを規則で書き、優先度のレベルを指します。',
      remedy: '足りないフィールドを書きます。',
    },
    en: {
      title: 'Invalid FlowSchema',
      why: 'It says whose requests for what go to which priority level.',
      remedy: 'Write what is missing.',
    },
  },
  'flow/level': {
    source: flowSource,
    ja: {
      title: 'PriorityLevelConfiguration が正しくない',
      why: 'type に合うブロックだけを書きます。',
      remedy: 'type とブロックをそろえます。',
    },
    en: {
      title: 'Invalid PriorityLevelConfiguration',
      why: 'Only the block of its type may be set.',
      remedy: 'Make type and block agree.',
    },
  },
  'dra/claim': {
    source: resourceSource,
    ja: {
      title: 'ResourceClaim が正しくない',
      why: '要求には名前と、exactly か firstAvailable のどちらかが要ります。制約と設定は、その名前を指します。',
      remedy: '要求を直し、参照する名前をそろえます。',
    },
    en: {
      title: 'Invalid ResourceClaim',
      why: 'A request has a name and either exactly or firstAvailable; constraints and settings refer to these names.',
      remedy: 'Mend the request, and the names that refer to it.',
    },
  },
  'dra/template': {
    source: resourceSource,
    ja: {
      title: 'テンプレートの metadata が正しくない',
      why: 'テンプレートから作られる要求に写るのは、ラベルとアノテーションだけです。',
      remedy: 'ほかのフィールドを消します。',
    },
    en: {
      title: 'Invalid metadata of a template',
      why: 'Only labels and annotations are copied to the claims that are made of it.',
      remedy: 'Remove the rest.',
    },
  },
  'dra/class': {
    source: resourceSource,
    ja: {
      title: 'DeviceClass が正しくない',
      why: '装置を選ぶ式と、ドライバーに渡す設定を書きます。',
      remedy: 'selectors と config を直します。',
    },
    en: {
      title: 'Invalid DeviceClass',
      why: 'It holds expressions that choose devices, and settings for their driver.',
      remedy: 'Mend selectors and config.',
    },
  },
};
