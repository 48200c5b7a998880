import * as vscode from 'vscode';
import { targetOf } from '../../core/study/memoLinks.ts';
import { rangeOf } from '../positions.ts';
import { say } from '../say.ts';
import type { Sessions } from '../sessions.ts';
import { linkUnder, memoIn, memoSelector } from './memoIn.ts';
import { targetTooltip } from './targetTooltip.ts';

function registerLinks(sessions: Sessions): vscode.Disposable {
  return vscode.languages.registerDocumentLinkProvider(memoSelector, {
    provideDocumentLinks(document) {
      const found = memoIn(sessions, document);
      if (!found) return [];
      const { study } = found.session;
      return found.memo.links.flatMap((link) => {
        if (!targetOf(study, link)) return [];
        const shown = new vscode.DocumentLink(rangeOf(document, link.range), followUri(link.range.start));
        shown.tooltip = say('memos.follow');
        return [shown];
      });
    },
  });
}

/** Lets the links of memos be followed, and says on hover what they lead to. */
export function registerMemoLinks(sessions: Sessions): vscode.Disposable {
  // VS Code asks for links when a memo is opened or changed. What they lead to may come later, as the study itself does when the
  // window opens; VS Code asks again when a provider comes.
  let links = registerLinks(sessions);
  return vscode.Disposable.from(
    sessions.onDidChangeActive((change) => {
      if (change && !change.codes && !change.cases) return;
      links.dispose();
      links = registerLinks(sessions);
    }),
    { dispose: () => links.dispose() },
    vscode.languages.registerHoverProvider(memoSelector, {
      provideHover(document, position) {
        const under = linkUnder(sessions, document, position);
        const tooltip = under && targetTooltip(under.session.study, under.target);
        return tooltip && new vscode.Hover(tooltip, rangeOf(document, under.link.range));
      },
    }),
  );
}

/**
 * The place of a link is all that goes into the address: what stands there in the memo is read, and looked up in the study,
 * when it is followed. So no text of a study becomes part of a command.
 */
function followUri(offset: number): vscode.Uri {
  return vscode.Uri.parse(`command:codeboom.memos.follow?${encodeURIComponent(JSON.stringify([offset]))}`);
}
