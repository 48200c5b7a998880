import assert from 'node:assert/strict';
import { followEdits } from '../../../src/core/anchoring/followEdits.ts';
import { type LiveAnchors, liveAnchors, withFollowed } from '../../../src/core/anchoring/liveAnchors.ts';
import type { Reason } from '../../../src/core/anchoring/removedText.ts';
import type { TextEdit } from '../../../src/core/anchoring/textEdit.ts';
import { applyEdits, inverseEdits } from './edits.ts';

/** A text with one or two quotations in brackets, edited step by step; `read` shows it with the brackets in place. */
class Editor {
  text: string;
  live: LiveAnchors;

  constructor(bracketed: string) {
    const start = bracketed.indexOf('[');
    const end = bracketed.indexOf(']') - 1;
    this.text = bracketed.replace(/[[\]]/g, '');
    this.live = liveAnchors([{ id: 'q', start, end }]);
  }

  edit(edits: readonly TextEdit[], reason: Reason = 'edit'): () => void {
    const inverse = inverseEdits(this.text, edits);
    this.live = followEdits(this.live, edits, this.text, reason);
    this.text = applyEdits(this.text, edits);
    return () => this.edit(inverse, reason === 'undo' ? 'redo' : 'undo');
  }

  replace(old: string, text: string, reason: Reason = 'edit'): () => void {
    const start = this.text.indexOf(old);
    assert.ok(start >= 0, `${old} in ${this.text}`);
    return this.edit([{ start, end: start + old.length, text }], reason);
  }

  insertAfter(old: string, text: string, reason: Reason = 'edit'): () => void {
    const at = this.text.indexOf(old) + old.length;
    return this.edit([{ start: at, end: at, text }], reason);
  }

  insertBefore(old: string, text: string): () => void {
    const at = this.text.indexOf(old);
    return this.edit([{ start: at, end: at, text }]);
  }

  read(): string {
    const [q] = this.live.quotations;
    assert.ok(q);
    if (q.lost) return `${this.text.slice(0, q.start)}†${this.text.slice(q.start)}`;
    return `${this.text.slice(0, q.start)}[${this.text.slice(q.start, q.end)}]${this.text.slice(q.end)}`;
  }
}

describe('followEdits', () => {
  it('leaves text typed at a boundary outside and takes text typed inside in', () => {
    const editor = new Editor('I: how? R: [We trusted them.] I: oh');
    editor.insertBefore('We', 'Well, ');
    editor.insertAfter('them.', ' Yes.');
    editor.insertAfter('We trusted', ' really');
    assert.equal(editor.read(), 'I: how? R: Well, [We trusted really them.] Yes. I: oh');
  });

  it('keeps what is left when an edit cuts off a part', () => {
    const editor = new Editor('one [two three] four');
    const undo = editor.replace('three four', 'X');
    assert.equal(editor.read(), 'one [two ]X');
    undo();
    assert.equal(editor.read(), 'one [two three] four');
  });

  it('takes a corrected word at the edge of the quotation as part of it', () => {
    const editor = new Editor('one [two thrie] four');
    const undo = editor.replace('thrie', 'three');
    assert.equal(editor.read(), 'one [two three] four');
    undo();
    assert.equal(editor.read(), 'one [two thrie] four');
    editor.replace('thrie', 'drie');
    assert.equal(editor.read(), 'one [two drie] four');
  });

  it('loses a quotation whose text is deleted, and brings it back with undo', () => {
    const editor = new Editor('one [two] three');
    const undo = editor.replace('e two t', '');
    assert.equal(editor.read(), 'on†hree');
    undo();
    assert.equal(editor.read(), 'one [two] three');
  });

  it('loses a quotation that is typed over, since nothing says that the new text means the same', () => {
    const editor = new Editor('one [two] three');
    const undo = editor.replace('two', 'seven');
    assert.equal(editor.read(), 'one †seven three');
    undo();
    assert.equal(editor.read(), 'one [two] three');
  });

  it('follows a name that is replaced by a longer one', () => {
    const editor = new Editor('one [Jan] three');
    editor.replace('Jan', 'Jane');
    assert.equal(editor.read(), 'one [Jane] three');
  });

  it('brings back in one undo what was deleted key by key', () => {
    const editor = new Editor('one [two three] four');
    for (let end = 15; end > 6; end--) editor.edit([{ start: end - 1, end, text: '' }]);
    assert.equal(editor.read(), 'one [tw]our');
    editor.edit([{ start: 6, end: 6, text: 'o th' }], 'undo');
    assert.equal(editor.read(), 'one [two th]our');
    editor.edit([{ start: 10, end: 10, text: 'ree f' }], 'undo');
    assert.equal(editor.read(), 'one [two three] four');
  });

  it('undoes typing after a deletion at the same place', () => {
    const editor = new Editor('one [two three] four');
    editor.replace(' three', '');
    editor.insertAfter('two', ' th');
    assert.equal(editor.read(), 'one [two] th four');
    editor.edit([{ start: 7, end: 10, text: ' three' }], 'undo');
    assert.equal(editor.read(), 'one [two three] four');
  });

  it('does not take typed letters for deleted ones', () => {
    const editor = new Editor('one [two three] four');
    editor.replace(' three', '');
    for (const [index, text] of [...' there'].entries())
      editor.edit([{ start: 7 + index, end: 7 + index, text }]);
    assert.equal(editor.read(), 'one [two] there four');
  });

  it('carries the quotation with a paragraph that is dragged, cut and pasted, or moved by its neighbour', () => {
    const dragged = new Editor('first\nsay [it now] so\nlast\n');
    const line = 'say it now so\n';
    dragged.edit([
      { start: 6, end: 6 + line.length, text: '' },
      { start: dragged.text.length, end: dragged.text.length, text: line },
    ]);
    assert.equal(dragged.read(), 'first\nlast\nsay [it now] so\n');

    const cut = new Editor('first\nsay [it now] so\nlast\n');
    cut.replace(line, '');
    cut.edit([{ start: 0, end: 0, text: line }]);
    assert.equal(cut.read(), 'say [it now] so\nfirst\nlast\n');
  });

  it('finds a long quotation again in a larger paste, long after it was cut', () => {
    const editor = new Editor('a [we trusted each other] b c');
    editor.replace('a we trusted each other b', '');
    editor.insertAfter(' c', '!');
    editor.insertAfter(' c!', ' R: "we trusted each other"');
    assert.equal(editor.read(), ' c! R: "[we trusted each other]"');
  });

  it('does not bring back a short quotation wherever its words are typed', () => {
    const editor = new Editor('a [Ja.] b c');
    editor.replace('Ja.', '');
    editor.replace('b', '');
    editor.insertAfter(' c', 'Ja.');
    assert.equal(editor.read(), 'a †  cJa.');
  });

  it('does not stretch a pasted quotation to the place where it was cut', () => {
    const editor = new Editor('a [we trusted them all] b c');
    editor.replace('we trusted them all', '');
    editor.insertAfter(' c', 'we trusted them all');
    editor.insertAfter('a ', 'we trusted them all');
    assert.equal(editor.read(), 'a we trusted them all b c[we trusted them all]');
  });

  it('knows a quotation that was lost before when its text is pasted', () => {
    const live = liveAnchors([{ id: 'q', start: 3, end: 3, lostText: 'we trusted each other' }]);
    const after = followEdits(live, [{ start: 2, end: 2, text: '"we trusted each other"' }], 'abcdef');
    assert.deepEqual(after.quotations, [{ id: 'q', start: 3, end: 24, lost: false }]);
  });

  it('forgets what was cut off a quotation that the coder has since given another range', () => {
    const editor = new Editor('one [two three] four');
    const undo = editor.replace(' three', '');
    editor.live = withFollowed(editor.live, [{ id: 'q', start: 5, end: 7 }]);
    undo();
    assert.equal(editor.read(), 'one t[wo] three four');
  });
});
