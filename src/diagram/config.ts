import type { MermaidConfig } from 'mermaid';

/** Widest picture that is allowed, in its own units (a label is 16 units high). */
export const MAX_WIDTH = 960;

/** Size of label text in those units. */
export const FONT_SIZE = 16;

/** Diagrams are shown at 7/8 of their natural size: a label of 16 units becomes 14 px beside body text of 16 or 17 px. */
export const DISPLAY_SCALE = 0.875;

/** The diagram types that the text metrics of `dom/` are good enough for, each as it opens a fence. */
export const DIAGRAM_TYPES = ['flowchart TB', 'flowchart LR', 'sequenceDiagram'] as const;

/** The classes an author may give a node with `:::name`, and what each says. */
export const NODE_CLASSES = {
  'k-pod': 'Pod（角の丸い箱）',
  'k-ext': 'クラスターや YAML の外にあるもの（破線）',
  'k-off': '終了中・廃止されるもの（灰色の破線）',
} as const;

/** An edge whose label begins with this word is drawn in vermilion: the colour never says it alone. */
export const MISMATCH = '不一致';

const FONT_FAMILY = 'sans-serif';

/**
 * The one configuration of mermaid. `layout`, `look` and `theme` are pinned because mermaid 12 changed all three defaults.
 * `htmlLabels: false` keeps labels as SVG text, which is never clipped when a reader's font is wider than ours;
 * `wrappingWidth` and `markdownAutoWrap` stop mermaid from breaking words, so only `<br/>` breaks a line.
 */
export const MERMAID_CONFIG: MermaidConfig = {
  startOnLoad: false,
  securityLevel: 'strict',
  htmlLabels: false,
  markdownAutoWrap: false,
  suppressErrorRendering: true,
  layout: 'dagre',
  look: 'classic',
  theme: 'base',
  fontFamily: FONT_FAMILY,
  fontSize: FONT_SIZE,
  deterministicIds: true,
  deterministicIDSeed: 'd',
  handDrawnSeed: 1,
  logLevel: 'fatal',
  maxTextSize: 20_000,
  maxEdges: 60,
  flowchart: {
    wrappingWidth: 1000,
    curve: 'basis',
    nodeSpacing: 28,
    rankSpacing: 40,
    padding: 14,
    minNodeWidth: 72,
    diagramPadding: 6,
    useMaxWidth: false,
    subGraphTitleMargin: { top: 2, bottom: 16 },
  },
  sequence: {
    wrap: false,
    useMaxWidth: false,
    mirrorActors: false,
    diagramMarginX: 6,
    diagramMarginY: 6,
    actorMargin: 36,
    boxMargin: 8,
    messageMargin: 34,
    width: 100,
    height: 48,
    labelBoxWidth: 64,
    labelBoxHeight: 24,
    actorFontSize: FONT_SIZE,
    messageFontSize: FONT_SIZE,
    noteFontSize: FONT_SIZE,
    actorFontFamily: FONT_FAMILY,
    messageFontFamily: FONT_FAMILY,
    noteFontFamily: FONT_FAMILY,
    hideUnusedParticipants: true,
  },
};
