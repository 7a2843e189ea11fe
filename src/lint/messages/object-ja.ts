import type { Format } from '../rules/formats.ts';
import { kindFormatsJa } from './kind-ja.ts';
import type { ObjectRuleParams } from './object-params.ts';
import type { Words } from './params.ts';
import { firstOf, shorten } from './shorten.ts';

/** 書き方の決まり。 */
const wants: Record<Format, string> = {
  ...kindFormatsJa,
  label: '小文字の英数字と - を 63 文字まで。両端は英数字にします',
  'label-1035': '小文字の英数字と - を 63 文字まで。英字で始めます',
  subdomain: '小文字の英数字、-、. を 253 文字まで。両端は英数字にします',
  path: '/ と % を含まない文字列にします（. と .. は使えません）',
  qualified: '「名前」か「ドメイン/名前」の形にします。名前は英数字、-、_、. を 63 文字まで',
  'label-value': '英数字、-、_、. を 63 文字まで。両端は英数字にします',
  'env-name': '英数字、-、_、. で書き、数字では始めません',
  'env-relaxed': '= を除く ASCII の文字で書きます',
  'config-key': '英数字、-、_、. を 253 文字まで',
  'port-name': '小文字の英数字と - を 15 文字まで。英字を 1 つは含め、- は続けません',
  'header-name': '英数字と - で書きます',
  search: '小文字の英数字、-、_、. で書きます',
  sysctl: '小文字の英数字、-、_ を . か / でつなぎます',
  percent: '整数か、25% のような百分率にします',
  relative: '/ で始まらず、.. を含まないパスにします',
  inside: '/ でも .. でも始まらず、.. を含まないパスにします',
  'no-up': '.. を含まないパスにします',
  absolute: '/ で始まるパスにします',
  ip: '10.9.8.7 や 2001:db8::1 のような IP アドレスにします',
  'strict-ip': '10.9.8.7 や 2001:db8::1 のような IP アドレスにします（先頭の 0 は書けません）',
};

const range = (min: number, max: number) =>
  max === Number.POSITIVE_INFINITY ? `${min} 以上` : `${min} 以上 ${max} 以下`;

const things = { volume: 'ボリューム', container: 'コンテナ', resourceClaim: 'resourceClaim' };

/** オブジェクトの規則の文。 */
export const objectJa: Words<ObjectRuleParams> = {
  'bad-format': ({ value, format }) => [`「${shorten(value)}」はここに書けません`, wants[format]],
  'out-of-range': ({ value, min, max }) => [`${value} は範囲の外です`, `${range(min, max)}にします`],
  negative: ({ value }) => [`${shorten(value)} は負の値です`, '0 以上にします'],
  'not-positive': ({ value }) => [`${shorten(value)} では足りません`, '0 より大きくします'],
  'not-integer': ({ value }) => [`${shorten(value)} は整数ではありません`, 'このリソースは分けられません'],
  'not-multiple': ({ value, of }) => [
    `${shorten(value)} は ${shorten(of)} のページの大きさで割り切れません`,
    'ページの大きさの整数倍にします',
  ],
  mode: ({ value }) => [
    `${value} はファイルのモードではありません`,
    '8 進数の 0000 から 0777（0 から 511）にします',
  ],
  'too-long': ({ value, max }) => `「${shorten(value)}」は ${max} 文字を超えています`,
  'too-many': ({ count, max }) => `${count} 個あります。書けるのは ${max} 個までです`,
  count: ({ count, wanted, beside }) => `値が ${count} 個あります。${beside} では ${wanted} 個にします`,
  blanks: ({ value }) => [`「${shorten(value)}」は空白だけか、前後に空白があります`, '空白を消します'],
  duplicate: ({ value }) => [`「${shorten(value)}」はすでにあります`, '同じものは 1 つだけにします'],
  forbidden: ({ field, beside }) => [
    `${shorten(field)} は ${shorten(beside)} と一緒には書けません`,
    'どちらかを消します',
  ],
  needs: ({ field, needed }) => `${shorten(field)} には ${shorten(needed)} が要ります`,
  'one-of': ({ fields }) => ['どれか 1 つのフィールドが要ります', `${firstOf(fields)} のどれかを書きます`],
  'only-one': ({ fields }) => [`${firstOf(fields)} は 1 つだけ書けます`, '残りを消します'],
  'must-equal': ({ value, other, wanted }) => `${shorten(value)} が ${other}（${shorten(wanted)}）と違います`,
  'at-most': ({ value, other, wanted }) =>
    `${shorten(value)} が ${other}（${shorten(wanted)}）を超えています`,
  'at-least': ({ value, wanted }) => `${shorten(value)} はコンテナの合計（${wanted}）より小さいです`,
  above: ({ value, other }) => `${value} は ${other} より大きくします`,
  'both-zero': ({ other }) => [
    `${other} も 0 なので、0 にはできません`,
    'どちらも 0 では置き換えが進みません',
  ],
  'not-found': ({ value, what, known }) => [
    `この Pod に${things[what]}「${shorten(value)}」はありません`,
    known.length > 0 ? `あるもの: ${firstOf(known)}` : '',
  ],
  'wrong-source': ({ value, wanted }) => [
    `ボリューム「${shorten(value)}」の種類が違います`,
    `${wanted.join(' か ')} にします`,
  ],
  'resource-name': ({ value, allowed }) => [
    `「${shorten(value)}」はコンテナのリソースではありません`,
    `${allowed.join('、')}、hugepages-大きさ、ドメイン/名前 のどれかにします`,
  ],
  divisor: ({ value, resource }) => [
    `${shorten(resource)} を ${shorten(value)} では割れません`,
    'cpu は 1 か 1m、ほかは 1、1k、1M … か 1Ki、1Mi … です',
  ],
  'iscsi-name': ({ value }) => [
    `「${shorten(value)}」は iSCSI の名前ではありません`,
    'iqn、eui、naa のどれかで始めます',
  ],
  'windows-name': ({ value }) => `「${shorten(value)}」は Windows ではここに書けない名前です`,
  'domain-path': ({ value }) => [
    `「${shorten(value)}」はドメインとパスではありません`,
    'example.com/name のように書きます',
  ],
  'annotations-size': () => 'アノテーションが合わせて 256 KiB を超えています',
  'name-missing': () => ['名前がありません', 'metadata.name（か generateName）を書きます'],
  finalizer: ({ value }) => [
    `ファイナライザ「${shorten(value)}」にドメインがありません`,
    'example.com/name のように書きます',
  ],
  'empty-selector': () => ['セレクターが空です', 'Pod のラベルを書きます'],
  'selector-mismatch': ({ selector }) => [
    `Pod テンプレートのラベルがセレクター${selector ? `（${shorten(selector)}）` : ''}と合いません`,
    'セレクターと同じラベルをテンプレートに付けます',
  ],
  'restart-policy': ({ value, kind, allowed }) => [
    value
      ? `${kind} の restartPolicy を ${shorten(value)} にはできません`
      : `${kind} には restartPolicy が要ります`,
    `${allowed.join(' か ')} にします`,
  ],
  schedule: ({ value, fields }) => [
    `「${shorten(value)}」はスケジュールとして読めません`,
    fields === 5 || value.startsWith('@')
      ? '「分 時 日 月 曜日」か、@hourly、@daily などにします'
      : `項目が ${fields} 個あります。5 個にします`,
  ],
  'time-zone': ({ value }) => [
    `「${shorten(value)}」というタイムゾーンはありません`,
    'Asia/Tokyo や Etc/UTC のように書きます',
  ],
  indexes: ({ value, max }) => [
    `「${shorten(value)}」はインデックスの並びではありません`,
    `0-2,5 のように、${max} までの数を小さい順に書きます`,
  ],
  'not-ordered': () => ['値が順に並んでいません', '小さい順に書きます'],
};
