import type { RuleDocs } from '../doc.ts';
import { autoscalingSource } from './kind-sources.ts';

export const hpaDocs: RuleDocs = {
  'hpa/replicas': {
    source: autoscalingSource,
    ja: {
      title: 'HPA の数の範囲が正しくない',
      why: 'maxReplicas は必須で、minReplicas（書かなければ 1）より小さくできません。',
      remedy: '1 ≤ minReplicas ≤ maxReplicas にします。',
    },
    en: {
      title: 'Invalid range',
      why: 'maxReplicas is required, and not less than minReplicas, which is 1 by default.',
      remedy: 'Make it 1 <= minReplicas <= maxReplicas.',
    },
  },
  'hpa/target': {
    source: autoscalingSource,
    ja: {
      title: 'HPA の対象が正しくない',
      why: 'scaleTargetRef は Deployment などを指します。1.34 からは API グループも要ります。',
      remedy: 'apiVersion: apps/v1 のように書きます。',
    },
    en: {
      title: 'Invalid target',
      why: 'scaleTargetRef names a Deployment or the like; since 1.34 with its API group.',
      remedy: 'Write apiVersion: apps/v1, for example.',
    },
  },
  'hpa/metrics': {
    source: autoscalingSource,
    ja: {
      title: 'HPA の指標が正しくない',
      why: '指標には、type と同じ名前のブロックと、目標の値が 1 つ要ります。',
      remedy: 'type に合うブロックと target を書きます。',
    },
    en: {
      title: 'Invalid metric',
      why: 'A metric has the block that its type names, with one target value.',
      remedy: 'Write the block of the type, and a target.',
    },
  },
  'hpa/behavior': {
    source: autoscalingSource,
    ja: {
      title: 'HPA の増減の速さが正しくない',
      why: 'policies の各項目には、type、value、periodSeconds が要ります。',
      remedy: '0 より大きい値にし、時間は上限の中に収めます。',
    },
    en: {
      title: 'Invalid behaviour',
      why: 'Each policy needs type, value and periodSeconds.',
      remedy: 'Use values above 0, and times within their limits.',
    },
  },
};
