import type { TableFormat } from '../core/render/formats.ts';
import type { Quotation } from '../core/study/model.ts';
import { quotationText } from '../core/study/quoteStyle.ts';
import { settingsOf } from '../core/study/settings.ts';
import { caseOf } from '../core/study/sources.ts';
import type { Study } from '../core/study/study.ts';
import type { Table } from '../core/tables/table.ts';
import { positionAt } from '../core/text/lines.ts';

import { speakerName, turnAt } from '../core/text/turns.ts';
import type { MessageKey } from '../messages/english.ts';
import { sentence } from '../messages/messages.ts';
import { printTable } from './printTable.ts';
import type { Terminal } from './terminal.ts';

/** Prints quotations with all that is known of each: as records in JSON, else as a table in the language of the study. */
export async function printQuotations(
  study: Study,
  quotations: readonly Quotation[],
  format: TableFormat,
  terminal: Terminal,
): Promise<void> {
  if (format !== 'json') {
    await printTable(tableOf(study, quotations), format, terminal);
    return;
  }
  const records = quotations.map((quotation) => recordOf(study, quotation));
  terminal.print(`${JSON.stringify({ quotations: records }, null, 2)}\n`);
}

/** A quotation for a script; line and column from 1, `start` and `end` in UTF-16 code units of the LF text. */
function recordOf(study: Study, quotation: Quotation) {
  const { id, document: path, start, end, exact, coder, codes, comment, star, anchor } = quotation;
  const document = study.documents.get(path);
  const transcript = document?.transcript;
  const position = transcript && positionAt(transcript, start);
  const turn = transcript && turnAt(transcript, start, settingsOf(study.settings).interviewers);
  return {
    id,
    document: path,
    line: position ? position.line + 1 : null,
    column: position ? position.character + 1 : null,
    start,
    end,
    case: (document && caseOf(document)) ?? null,
    speaker: transcript && turn?.speaker !== undefined ? speakerName(transcript, turn.speaker) : null,
    timestamp: turn?.timestamp ?? null,
    coder,
    codes: codes.map((code) => ({ id: code, name: study.codebook.codes.get(code)?.name ?? code })),
    text: quotationText(study, quotation),
    exact,
    comment: comment ?? null,
    star: star ?? false,
    review: anchor?.state === 'review',
  };
}

const headers: readonly MessageKey[] = [
  'cli.column.id',
  'cli.column.document',
  'cli.column.line',
  'cli.column.case',
  'cli.column.speaker',
  'cli.column.codes',
  'cli.column.quotation',
  'cli.column.comment',
];

function tableOf(study: Study, quotations: readonly Quotation[]): Table {
  const { language } = settingsOf(study.settings);
  const rows = quotations.map((quotation) => {
    const record = recordOf(study, quotation);
    const codes = record.codes.map(({ name }) => name).join(', ');
    const { id, document, line, speaker, text, comment } = record;
    return [id, document, line, record.case, speaker, codes, text, comment].map((value) => ({
      text: value === null ? '' : String(value),
    }));
  });
  return {
    layout: 'grid',
    language,
    columns: headers.map((key) => ({
      header: sentence({ key, values: {} }, language),
      kind: key === 'cli.column.line' ? 'number' : 'text',
    })),
    rows,
    totalRows: 0,
  };
}
