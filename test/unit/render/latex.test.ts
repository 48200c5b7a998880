import assert from 'node:assert/strict';
import fc from 'fast-check';
import { toLatex } from '../../../src/core/render/latex.ts';
import { cellsOf, everything, hostileTexts, quotations } from './tables.ts';

/** What the commands that we write print. */
const commands: Readonly<Record<string, string>> = {
  textbackslash: '\\',
  textasciicircum: '^',
  textasciitilde: '~',
  textless: '<',
  textgreater: '>',
  textbar: '|',
  textasciigrave: '`',
};

/** The text that LaTeX prints for a cell; throws at any sign that it would act on. */
function printed(latex: string): string {
  let text = '';
  let rest = latex;
  const take = (pattern: RegExp, shown: (match: RegExpExecArray) => string) => {
    const match = pattern.exec(rest);
    if (!match) return false;
    text += shown(match);
    rest = rest.slice(match[0].length);
    return true;
  };
  while (rest !== '') {
    const taken =
      take(/^\\char34\{\}/, () => '"') ||
      take(/^\\([a-z]+)\{\}/, ([, name = '']) => commands[name] ?? assert.fail(name)) ||
      take(/^\\([{}$&#%_])/, ([, sign = '']) => sign) ||
      take(/^\{([[\]*])\}/, ([, sign = '']) => sign) ||
      take(/^([-',])\{\}(?=\1)/, ([, sign = '']) => sign) ||
      take(/^[^\\{}$&#%_^~<>|"`[\]*]/u, ([sign]) => sign);
    assert.ok(taken, `LaTeX would act on ${JSON.stringify(rest)}`);
  }
  return text;
}

/** The rows between the last rule above them and the end of the table. */
function rowsOf(latex: string): readonly string[] {
  const [, body = ''] = /\\endlastfoot\n([\s\S]*?)\\end\{longtable\}/.exec(latex) ?? [];
  return body
    .split('\n')
    .filter((line) => line.endsWith(' \\\\'))
    .map((line) => line.slice(0, -3));
}

describe('a table as LaTeX', () => {
  it('has the rules of booktabs, a caption without its number, a label, and aligned columns', () => {
    const latex = toLatex(everything);
    assert.match(latex, /^% \\usepackage\{array,booktabs,longtable\}\n/);
    assert.match(latex, /\\caption\{Casussen \\& co\\_x\}\\label\{tab:casussen-co-x\}\\\\\n\\toprule\n/);
    assert.equal(latex.match(/>\{\\raggedleft/g)?.length, 2);
    assert.equal(latex.match(/>\{\\raggedright/g)?.length, 2);
    assert.deepEqual(rowsOf(latex), [
      "A\\textbar{}B\\_c\\_ \\textless{}i\\textgreater{} \\$x\\$ 50\\% \\#1 \\textasciitilde{} \\textasciicircum{} \\textbackslash{} \\{z\\} & -1,5 & 12,3\\% & ..'zo'.. bron: \\emph{SecureCo}\\newline \\char34{}A \\& B\\char34{}",
      'Totaal & 2 & 100\\% & ',
    ]);
    assert.match(latex, /\\midrule\nTotaal/);
    assert.match(latex, /\\emph\{Noot\.\} Woorden tellen 1 keer\./);
  });

  it('prints what stands in a cell, whatever it is', () => {
    fc.assert(
      fc.property(hostileTexts, (texts) => {
        assert.deepEqual(rowsOf(toLatex(cellsOf(texts))).map(printed), texts);
      }),
    );
  });

  it('has quotations as such, under the names of their groups', () => {
    const latex = toLatex(quotations);
    assert.equal(latex.match(/\\begin\{quote\}/g)?.length, 3);
    assert.match(
      latex,
      /\\subparagraph\{Trust \\& co\}\n\\begin\{quote\}\nWe trusted each other\.\n\\end\{quote\}/,
    );
  });

  it('lies on its side when it is too wide', () => {
    const wide = {
      ...everything,
      columns: everything.columns.map((one) => ({ ...one, header: 'x'.repeat(30) })),
    };
    assert.match(toLatex(wide), /\\begin\{landscape\}[\s\S]*\\end\{landscape\}\n$/);
    assert.doesNotMatch(toLatex(everything), /landscape/);
  });
});
