/** The select keeps room for the icon that the page lays over it. */
export const iconRoomStyles = '.combobox-input { padding-left: 26px; }';

/** The grip drawn without an image, as the page loads none. */
export const gripStyles = `
  textarea { padding: 3px 4px; }
  textarea::-webkit-resizer {
    background-image: linear-gradient(
      135deg, transparent 50%, currentColor 50% 57%, transparent 57% 71%, currentColor 71% 78%, transparent 78%
    );
    background-size: 9px 9px;
  }
`;

/** Adds rules inside an element of @vscode-elements where it offers no part to style from outside. */
export function addStyles(target: HTMLElement & { readonly updateComplete: Promise<boolean> }, rules: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(rules);
  void target.updateComplete.then(() => {
    const root = target.shadowRoot;
    if (root !== null) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  });
}
