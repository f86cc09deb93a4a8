import * as vscode from 'vscode';

/** Folder of the bundles that a page may load; the only one. */
export function webviewFolder(extensionUri: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(extensionUri, 'dist', 'webview');
}

/** A page that runs one bundle and nothing else; its data comes in messages. */
export function webviewPage(
  webview: vscode.Webview,
  { extensionUri, name, title }: { readonly extensionUri: vscode.Uri; readonly name: string; readonly title: string },
): string {
  const nonce = crypto.randomUUID();
  const address = (file: string) =>
    escapeAttribute(webview.asWebviewUri(vscode.Uri.joinPath(webviewFolder(extensionUri), file)).toString());
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src ${webview.cspSource}`,
    "font-src 'none'",
    "img-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="${escapeAttribute(vscode.env.language)}">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="${escapeAttribute(policy)}">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${escapeAttribute(title)}</title>
    <link rel="stylesheet" href="${address(`${name}.css`)}">
  </head>
  <body>
    <script nonce="${nonce}" src="${address(`${name}.js`)}"></script>
  </body>
</html>`;
}

function escapeAttribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
