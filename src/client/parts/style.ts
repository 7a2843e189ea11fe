import css from '../../styles/lazy.css?inline';

/** The style of dialogs and menus comes with the first of them. */
const sheet = new CSSStyleSheet();
sheet.replaceSync(css);
document.adoptedStyleSheets.push(sheet);
