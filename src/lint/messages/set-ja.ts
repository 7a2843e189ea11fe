import type { Words } from './params.ts';
import type { SetRuleParams } from './set-params.ts';
import { firstOf, shorten } from './shorten.ts';

const known = (names: readonly string[]) => (names.length > 0 ? `あるもの: ${firstOf(names)}` : '');

/** 一緒に適用するものどうしの規則と、ヒントの文。 */
export const setJa: Words<SetRuleParams> = {
  'set-duplicate': ({ kind, name, where }) => [
    `${shorten(kind)}「${shorten(name)}」は ${where} にもあります`,
    '後に適用した方で上書きされます。名前を変えるか、片方を消します',
  ],
  'set-node-port': ({ port, name }) => [
    `nodePort ${port} は Service「${shorten(name)}」がもう使っています`,
    '別の番号にするか、nodePort の行を消して自動で選ばせます',
  ],
  'set-overlap': ({ kind, name }) => [
    `${kind}「${shorten(name)}」と互いの Pod を選んでいます`,
    '両方のセレクターとテンプレートに、区別できるラベルを足します',
  ],
  'ref-missing': ({ kind, name, elsewhere, known: names }) => [
    `一緒に適用するものの中に ${shorten(kind)}「${shorten(name)}」がありません`,
    elsewhere ? `名前空間 ${shorten(elsewhere)} にはあります` : known(names),
  ],
  'ref-key': ({ kind, name, key, known: keys }) => [
    `${kind}「${shorten(name)}」にキー「${shorten(key)}」がありません`,
    known(keys),
  ],
  'selects-nothing': ({ labels, known: pods }) => [
    `${labels ? `${shorten(labels, 80)} の` : 'このセレクターに合う'} Pod が、一緒に適用するものの中にありません`,
    known(pods),
  ],
  'port-name': ({ port, kind, name, known: ports }) => [
    `${kind}「${shorten(name)}」に「${shorten(port)}」という名前のポートがありません`,
    known(ports) || 'コンテナの ports に name を書くか、番号で指定します',
  ],
  'port-protocol': ({ port, protocol, kind, name }) =>
    `${kind}「${shorten(name)}」のポート「${shorten(port)}」は ${shorten(protocol)} ではありません`,
  'port-undeclared': ({ port, kind, name, known: ports }) => [
    `${kind}「${shorten(name)}」の ports に ${port} はありません`,
    `${known(ports)}。書いていなくても、待ち受けていれば届きます`,
  ],
  'ingress-port': ({ port, name, known: ports }) => [
    `Service「${shorten(name)}」にポート ${shorten(port)} がありません`,
    `${known(ports)}。コンテナのポートではなく、Service のポートを書きます`,
  ],
  'not-headless': ({ name }) => [
    `Service「${shorten(name)}」は headless ではありません`,
    'Pod ごとの DNS 名には、clusterIP: None の Service が要ります',
  ],
  'service-misses': ({ name, labels, kind, pods }) =>
    `Service「${shorten(name)}」（${shorten(labels, 80)}）は ${kind}「${shorten(pods)}」の Pod を選びません`,
  'hpa-version': ({ kind, name, wanted }) => [
    `${kind}「${shorten(name)}」の API グループと違います`,
    `apiVersion: ${wanted} にします`,
  ],
  'hpa-requests': ({ resource, container, kind, name }) => [
    `${kind}「${shorten(name)}」のコンテナ「${shorten(container)}」に ${shorten(resource)} の requests がありません`,
    '使用率は requests に対する割合なので、計算できません',
  ],
  'hpa-replicas': ({ name }) => [
    `数は HorizontalPodAutoscaler「${shorten(name)}」が決めます`,
    'apply のたびにこの数へ戻ります。replicas の行を消します',
  ],
  'pdb-blocks': ({ count }) => [
    `Pod${count === undefined ? '' : `（${count} 個）`}を 1 つも退避できません`,
    'ノードの drain が終わらなくなります。1 つは減ってよい値にします',
  ],
  'probe-port': ({ port, known: ports }) => [
    `このコンテナに「${shorten(port)}」という名前のポートがありません`,
    known(ports) || 'ports に name を書くか、番号で指定します',
  ],
  'image-tag': ({ image, tag }) => [
    tag ? `「${shorten(image)}」のタグは latest です` : `「${shorten(image)}」にタグがありません`,
    'どの版が動くか、取り寄せた時で変わります。版のタグかダイジェストを書きます',
  ],
  'resources-missing': ({ containers }) => [
    `requests も limits もないコンテナがあります: ${firstOf(containers)}`,
    'ノードが混むと最初に止められ、上限もありません。resources に requests を書きます',
  ],
  'probe-missing': ({ container, service }) => [
    `Service「${shorten(service)}」の宛先「${shorten(container)}」に readinessProbe がありません`,
    '起動の途中でも通信が届きます。readinessProbe を書きます',
  ],
  'run-as-root': ({ containers }) => [
    `root で動きます: ${firstOf(containers)}`,
    '破られたときの被害が広がります。runAsNonRoot: true と、0 でない runAsUser を書きます',
  ],
  'secret-in-env': ({ name }) => [
    `${shorten(name)} の値がそのまま書いてあります`,
    'マニフェストを読める人に見えます。Secret に置き、secretKeyRef で渡します',
  ],
  retired: ({ value, instead }) => [`「${shorten(value)}」は古い書き方です`, `今は ${instead} を使います`],
  'suppress-unused': ({ rule }) => [`${shorten(rule)} の指摘はありません`, '要らなくなった抑止を消します'],
  'suppress-comment': ({ problem, text }) =>
    problem === 'rule'
      ? `${shorten(text)} という規則はありません`
      : problem === 'place'
        ? ['lint-disable は文書の先頭に書きます', '1 行だけなら lint-disable-next-line を使います']
        : ['抑止のコメントとして読めません', '# lint-disable-next-line 規則 -- 理由 のように書きます'],
};
