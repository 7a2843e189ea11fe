import type { KindFormat, KindRuleParams } from './kind-params.ts';
import { kindReasonsJa } from './kind-reasons-ja.ts';
import type { Words } from './params.ts';
import { firstOf, shorten } from './shorten.ts';

/** 書き方の決まり。 */
export const kindFormatsJa: Record<KindFormat, string> = {
  'canonical-ip': 'IP アドレスを、いちばん短い小文字の形で書きます',
  cidr: '10.9.8.0/24 や 2001:db8::/64 のような範囲にします',
  'strict-cidr': '10.9.8.0/24 のような範囲にします。/ の長さより後のビットは 0 にします',
  host: 'example.com か *.example.com の形の、小文字の DNS 名にします',
  prefixed: '「ドメイン/名前」の形にします',
  'domain-path': '「ドメイン/パス」の形にします',
  driver: 'ドライバーの名前は、DNS 名を 63 文字まで',
  'url-path': '/ で始まり、DNS 名を / でつないだパスにします',
  pool: '小文字の DNS 名を / でつなぎます',
  provisioner: '「ドメイン/名前」か名前にします。名前は 63 文字まで',
  kind: '英字で始め、英数字と - を 63 文字まで',
  'label-name': '英数字、-、_、. を 63 文字まで。両端は英数字にします',
  identifier: '英字か _ で始め、英数字と _ で書きます',
  'group-version': '「グループ/バージョン」かバージョンにします',
  version: '「グループ/バージョン」かバージョンにします',
  signer: '「example.com/名前」の形にします。どちらも小文字で書きます',
};

const types: Record<KindRuleParams['cel-result']['type'], string> = {
  '': '',
  bool: '真偽値',
  string: '文字列',
  int: '整数',
  list: 'リスト',
  map: 'マップ',
  Object: 'Object',
  dyn: '型の分からない値',
};

/** Pod を持たない種類の規則の文。 */
export const kindJa: Words<KindRuleParams> = {
  wrong: ({ reason }) => kindReasonsJa[reason],
  larger: ({ small, large, name }) => [
    `${shorten(name)} の ${small} が ${large} より大きいです`,
    `${small} を ${large} 以下にします（書かなかった値は、ほかの値から補われます）`,
  ],
  ratio: ({ value }) => [
    `比 ${shorten(value)} は max ÷ min を超えています`,
    'max と min の比より小さくします',
  ],
  'scope-resource': ({ scope, resource }) => [
    `スコープ ${shorten(scope)} では ${shorten(resource)} を数えられません`,
    'ResourceQuota を分けます',
  ],
  'unknown-name': ({ value, known }) => [
    `「${shorten(value)}」はありません`,
    known.length > 0 ? `あるもの: ${firstOf(known)}` : '',
  ],
  'resource-unknown': ({ value, allowed }) => [
    `「${shorten(value)}」というリソースはここでは使えません`,
    `${firstOf(allowed)} などか、「ドメイン/名前」にします`,
  ],
  'cel-syntax': ({ near, column }) => [
    `CEL の式として読めません（${column} 文字目${near ? `「${shorten(near, 12)}」` : '、式の終わり'}）`,
    'かっこと引用符の数、演算子を確かめます',
  ],
  'cel-name': ({ name }) => [
    `式の中の「${shorten(name)}」はここでは使えません`,
    '使える変数とフィールドの名前を確かめます',
  ],
  'cel-types': ({ types: pair }) => [`型の違うものを比べています（${pair}）`, '両側の型をそろえます'],
  'crd-rule': ({ rule }) => `Gateway API の決まりに合いません: ${rule}`,
  pattern: ({ value, pattern }) => [`「${shorten(value)}」はここに書けません`, `形: ${pattern}`],
  'cel-result': ({ type, wanted }) => [`式の結果が${types[type]}です`, `${types[wanted]}になる式にします`],
};
