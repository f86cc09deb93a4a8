import { VscodeSingleSelect } from '@vscode-elements/elements/dist/vscode-single-select/index.js';
import { VscodeTextarea } from '@vscode-elements/elements/dist/vscode-textarea/index.js';
import { VscodeTextfield } from '@vscode-elements/elements/dist/vscode-textfield/index.js';

/**
 * Rules inside elements of @vscode-elements where they offer no part to style from outside.
 * To be called before the first of them is made.
 */
export function addShadowStyles(): void {
  // The select keeps room for the icon that the page lays over it.
  VscodeSingleSelect.elementStyles.push(sheet(':host(#kind) .combobox-input { padding-left: 26px; }'));
  VscodeTextfield.elementStyles.push(sheet('input { border-radius: 3px; }'));
  // The grip drawn without an image, as the page loads none.
  VscodeTextarea.elementStyles.push(
    sheet(`
      textarea { padding: 3px 4px; }
      textarea::-webkit-resizer {
        background-image: linear-gradient(
          135deg, transparent 57%, #808080 57% 64%, transparent 64% 78%, #808080 78% 85%, transparent 85%
        );
        background-size: 9px 9px;
      }
    `),
  );
}

function sheet(rules: string): CSSStyleSheet {
  const created = new CSSStyleSheet();
  created.replaceSync(rules);
  return created;
}
