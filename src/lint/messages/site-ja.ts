import type { SiteParams, Words } from './params.ts';
import { shorten } from './shorten.ts';

/** サイトの原稿についての文。ページには載りません。 */
export const siteJa: Words<SiteParams> = {
  'expect-missing': ({ rule, path }) => [
    `期待した指摘 ${rule}${path ? `（${path}）` : ''} が出ませんでした`,
    '例が直ったのなら expect を消し、直っていないのなら規則の id とパスを確かめます',
  ],
  encoding: () => [
    'UTF-8 ではないバイトがあります',
    'UTF-8 で保存し直します。kubectl とサイトは UTF-8 の YAML を扱います',
  ],
  outside: ({ name }) => [
    `${shorten(name)} は manifests/ の外を指しています`,
    '検査と配布が届くのは manifests/ の中だけです。ファイルそのものを中に置きます',
  ],
  'set-json': ({ reason }) => [
    `set.json を読めません: ${reason}`,
    '書ける項目は src/schemas/set.ts にあります',
  ],
  mdx: ({ reason }) => `MDX として読めません: ${reason}`,
  'fence-minor': ({ minor, known }) => [
    `k8s=${shorten(minor)} を読めません`,
    `使える版: ${known}（1.30、1.22-1.36、1.20,1.36 の形）`,
  ],
  'fence-option': ({ option, near }) => [
    `フェンスの指定「${shorten(option)}」を読めません`,
    near ? `${near} の間違いではありませんか` : 'k8s= set= expect= fragment= off= lint=off を書けます',
  ],
  'fence-reason': () => [
    'off= と lint=off には、後に理由が要ります',
    '例: ```yaml lint=off 途中を省いた例なので',
  ],
};
