import type { Problem } from '../site/error.ts';

/** What is wrong with a file of the registry. `file` is its path from the project's root. */
export type Fault = { file: string } & (
  | { kind: 'outside' | 'encoding' | 'crlf' | 'last-line' }
  | { kind: 'extension'; renamed: string }
  | { kind: 'set-json'; reason: string }
  | { kind: 'set-shape'; path: (string | number)[]; reason: string }
  | { kind: 'set-name'; path: (string | number)[]; name: string; near: string | undefined; own: string[] }
);

/** A fault in the words that an author reads when the build stops. */
export function faultProblem(fault: Fault): Problem {
  switch (fault.kind) {
    case 'outside':
      return {
        where: fault.file,
        what: 'manifests/ の外を指すシンボリックリンクです。',
        why: '配布するファイルは、検査と版管理が届く manifests/ の中だけに置きます。',
        fix: 'リンクをやめ、ファイルそのものを置いてください。',
      };
    case 'extension':
      return {
        where: fault.file,
        what: '拡張子が .yml です。',
        why: '公開するアドレスを 1 つに決めるため、.yaml にそろえています。',
        fix: `${fault.renamed} に名前を変えてください。`,
      };
    case 'encoding':
      return {
        where: fault.file,
        what: 'UTF-8 ではないバイトがあります。',
        why: 'kubectl は UTF-8 の YAML を読みます。表示とコピーも元のバイトと一致しません。',
        fix: 'UTF-8 で保存し直してください。',
      };
    case 'crlf':
    case 'last-line':
      return {
        where: fault.file,
        what: fault.kind === 'crlf' ? '改行が CRLF です。' : '最後の行に改行がありません。',
        why: '画面に出す文字と配るバイトを同じに保つため、行末を LF にそろえています。',
        fix: 'エディターで改行コードを LF にし、最後の行のあとで改行してください。',
      };
    case 'set-json':
      return {
        where: fault.file,
        what: `JSON として読めません: ${fault.reason}`,
        why: '組の順番と期待する指摘は、このファイルで決まります。',
        fix: '余分なコンマや引用符の抜けを直してください。',
      };
    case 'set-shape':
      return {
        where: `${fault.file} (${fault.path.join('.') || '全体'})`,
        what: fault.reason,
        why: '書ける項目は src/schemas/set.ts で決まっています。',
        fix: '項目名と値を、その説明どおりにしてください。',
      };
    case 'set-name':
      return {
        where: fault.file,
        what: `「${fault.name}」というファイルがありません。`,
        why: '手順や期待する指摘が、実在しないファイルを指しています。',
        fix: fault.near
          ? `近い名前: ${fault.near}`
          : `manifests/ からのパスで書いてください。${fault.file.split('/')[1]} にあるファイル: ${fault.own.join('、') || 'なし'}`,
      };
  }
}
