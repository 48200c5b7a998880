import * as vscode from 'vscode';
import type { Texts } from '../../webview/model/messages.ts';
import { say } from '../say.ts';

/** The page of the panel: empty places, filled by its script from messages. No data is in it, and no other script can run. */
export function panelHtml(webview: vscode.Webview, extension: vscode.Uri): string {
  const nonce = crypto.randomUUID();
  const uriOf = (path: string) => webview.asWebviewUri(vscode.Uri.joinPath(extension, path)).toString();
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src ${webview.cspSource}`,
    // The picture that a PNG is made from.
    'img-src data:',
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="${vscode.env.language.startsWith('nl') ? 'nl' : 'en'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<link rel="stylesheet" href="${uriOf('media/model.css')}">
</head>
<body>
<div id="toolbar"></div>
<div id="empty" role="status"></div>
<svg id="drawing" role="application" tabindex="-1"></svg>
<footer>
<p id="help"></p>
<details><summary id="listed"></summary><div><table id="relations"></table></div></details>
</footer>
<script nonce="${nonce}" src="${uriOf('dist/webview/model.js')}"></script>
</body>
</html>`;
}

/** What the panel says, in the language of the editor. */
export function panelTexts(): Texts {
  return {
    drawing: say('model.drawing'),
    help: say('model.help'),
    empty: say('model.empty'),
    all: say('model.all'),
    only: say('model.only'),
    zoomIn: say('model.zoomIn'),
    zoomOut: say('model.zoomOut'),
    fit: say('model.fit'),
    arrange: say('model.arrange'),
    exportAs: say('model.export'),
    copyMermaid: say('model.copyMermaid'),
    list: say('model.list'),
    from: say('model.from'),
    type: say('model.type'),
    to: say('model.to'),
    comment: say('model.comment'),
    node: say('model.node'),
    levels: {
      code: say('code.level.code'),
      theme: say('code.level.theme'),
      dimension: say('code.level.dimension'),
    },
  };
}
