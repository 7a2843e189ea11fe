import type { ValueType } from '../table.ts';
import type { CommandCatalogue, Wanted } from './params.ts';

const types: Record<ValueType, string> = {
  b: 'true か false',
  s: '文字列',
  l: 'コンマ区切りの並び',
  i: '整数',
  d: '単位の付いた時間（30s、5m など）',
  t: 'true か false',
  m: 'キー=値 の組',
};

const wants: Record<Wanted, string> = {
  name: '名前',
  node: 'ノードの名前',
  paths: 'コピー元とコピー先',
  pod: ' Pod の名前か 種類/名前 ',
  resource: 'リソースの種類',
};

const near = (word: string | undefined): string => (word ? `${word} のことですか` : '');
const list = (words: readonly string[]): string => words.join('、');

/** コマンドについての指摘の日本語。 */
export const ja: CommandCatalogue = {
  'program-unknown': ({ program, near: other }) => [`${program} というコマンドはありません`, near(other)],
  'command-unknown': ({ command, word, near: other, minors, minor }) =>
    minors
      ? [`${command} ${word} は kubectl ${minor} にありません`, `ある版: ${minors}`]
      : [`${command} に ${word} というサブコマンドはありません`, near(other)],
  'command-incomplete': ({ command, choices }) => [
    `${command} の後ろのサブコマンドがありません`,
    `使えるもの: ${list(choices)}`,
  ],
  'flag-early': ({ flag, command }) => [
    `${flag} が次の語を値として取るので、サブコマンドが見つかりません`,
    `フラグはサブコマンドの後ろに書きます: ${command} ${flag}`,
  ],
  'flag-unknown': ({ command, flag, near: other, minors, minor, separator }) => {
    if (separator)
      return [`${command} に ${flag} はありません`, 'コンテナの中で動かすコマンドは、-- の後ろに書きます'];
    if (minors) return [`${command} の ${flag} は kubectl ${minor} にありません`, `ある版: ${minors}`];
    return [`${command} に ${flag} はありません`, near(other)];
  },
  'flag-removed': ({ command, flag, advice }) => [`${command} に ${flag} はありません`, advice.ja],
  'flag-syntax': ({ flag }) => `${flag} はフラグとして読めません`,
  'flag-deprecated': ({ command, flag, minor, reason, advice }) => [
    `${command} の ${flag} は非推奨です${minor && `（kubectl ${minor}）`}`,
    advice?.ja ?? `kubectl の警告: ${reason}`,
  ],
  'value-missing': ({ flag }) => `${flag} の値がありません`,
  'value-type': ({ flag, value, type }) => `${flag} の値 ${value} は${types[type]}ではありません`,
  'value-listed': ({ flag, value, allowed, near: other }) => [
    `${flag} に ${value} という値はありません`,
    other ? near(other) : `使える値: ${list(allowed)}`,
  ],
  'value-form': ({ flag, value, forms }) => [`${flag} の値 ${value} は読めません`, `書き方: ${list(forms)}`],
  'resource-unknown': ({ word, near: other }) =>
    other
      ? [`${word} というリソースはありません`, near(other)]
      : [
          `${word} という組み込みのリソースはありません`,
          'カスタムリソースなら、certificates.cert-manager.io のようにグループまで書きます',
        ],
  'resource-gone': ({ word, advice }) => [`${word} はもうありません`, advice.ja],
  'resource-mixed': ({ word }) => [
    `${word} に種類がありません`,
    '種類/名前 の形を使うときは、すべてを 種類/名前 で書きます',
  ],
  'exec-separator': ({ command, word, example }) => [
    `${command} のコマンド ${word} の前に -- がありません`,
    `例: ${example}`,
  ],
  'exec-no-command': ({ command }) => [
    `${command} に、コンテナの中で動かすコマンドがありません`,
    '-- の後ろに書きます',
  ],
  'exec-late-separator': ({ word }) => [
    `-- の前の ${word} は無視されます`,
    '-- をコマンドの先頭の前に移します',
  ],
  'names-many': ({ command, word, separator }) => [
    `${command} に余分な ${word} があります`,
    separator ? 'コンテナの中で動かすコマンドは、-- の後ろに書きます' : '書ける名前は 1 つです',
  ],
  'names-none': ({ command, wanted }) => `${command} に${wants[wanted]}がありません`,
  'flag-required': ({ command, flags }) => `${command} には ${flags.join(' か ')} が要ります`,
  'selector-twice': ({ first, last }) => [
    `-l が 2 回あり、最後の ${last} だけが使われます`,
    `両方を満たすものを選ぶなら、コンマでつなぎます: -l ${first},${last}`,
  ],
  'dry-run-bare': () => [
    '--dry-run に値がありません',
    '--dry-run=client（手元だけ）か --dry-run=server（サーバーが検証）と書きます',
  ],
  'dry-run-bool': ({ value }) => [
    `--dry-run=${value} は非推奨です`,
    'client、server、none のどれかを書きます',
  ],
  'dry-run-space': ({ value }) => [`--dry-run の値 ${value} は = でつなぎます`, `--dry-run=${value}`],
  'file-unknown': ({ path, near: other }) => [`manifests/ に ${path} がありません`, near(other)],
  'folder-unknown': ({ path }) => [`manifests/${path} に kustomization.yaml がありません`, ''],
  'file-prefix': ({ path, inside }) => [
    `${path} は manifests/ の中からの道順ではありません`,
    `コマンドは manifests/ で動かします: ${inside}`,
  ],
  'template-open': ({ opener, closer }) => `${opener} を閉じる ${closer} がありません`,
  'template-stray': ({ closer }) => `${closer} を開くかっこがありません`,
  'template-end': () => '{{end}} に対応する {{range}} や {{if}} がありません',
  'template-no-end': ({ action }) => `{{${action}}} を閉じる {{end}} がありません`,
  'logs-tail': () => [
    '-l を付けた kubectl logs は、Pod ごとに最後の 10 行しか示しません',
    'すべて見るなら --tail=-1、どの Pod の行かを知るには --prefix を付けます',
  ],
  'run-restart': ({ restart }) => [
    `kubectl run --restart=${restart} が作るのは Job ではなく Pod です`,
    'Job は kubectl create job 名前 --image=イメージ -- コマンド で作ります',
  ],
  'addon-words': ({ word }) => [
    `minikube addons enable に余分な ${word} があります`,
    '書けるアドオンの名前は 1 つです',
  ],
  'openssl-crypt': () => [
    'openssl passwd -crypt は OpenSSL 3.0 でなくなりました',
    '-apr1 か -6 を使い、パスワードは -stdin で渡します',
  ],
  'service-domain': ({ host, instead }) => [
    `${host} は Service の名前として引けません`,
    `クラスターのドメインまで書きます: ${instead}`,
  ],
  'api-proxy': () => [
    '/api/v1/proxy/ は Kubernetes 1.10 でなくなりました',
    '/api/v1/namespaces/名前空間/pods/Pod名:ポート/proxy/ を使います',
  ],
  'old-manifest-url': ({ url }) => [
    `${url} は Kubernetes 1.22 からは使えません`,
    '消えた API（extensions/v1beta1）で書かれています。kind では cloud-provider-kind、ほかでは今も保守されているコントローラーを入れます',
  ],
  freshpod: () => [
    'freshpod は 2018 年から保守されていません',
    '作り直しと再配置には skaffold dev を使います',
  ],
  'dead-tutorial': () => [
    '対話型のチュートリアルは 2023 年 3 月に終わりました',
    '文章のチュートリアルを minikube か kind で試します',
  ],
  'quote-open': ({ quote }) => `${quote} が閉じていません`,
  typography: ({ found, instead }) => [
    `${found.trim() ? `「${found}」` : '全角などの空白'}は、シェルの記号ではありません`,
    instead.trim() ? `半角の ${instead} を使います` : '半角の空白を使います',
  ],
};
