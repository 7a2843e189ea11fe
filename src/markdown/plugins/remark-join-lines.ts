import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';

const cjk = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー、。「」『』（）：？！・〜]';
const softBreak = new RegExp(`(?<=${cjk})[ \\t]*\\n[ \\t]*(?=${cjk})`, 'gu');

/** Chromium and Safari show a line break between two Japanese characters as a blank; this takes it away. */
export function remarkJoinLines() {
  return (tree: Root) => {
    visit(tree, 'text', node => {
      node.value = node.value.replace(softBreak, '');
    });
  };
}
