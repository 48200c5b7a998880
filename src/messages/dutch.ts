import type { MessageKey } from './english.ts';

/** The sentences of `english.ts` in Dutch. */
export const dutch: Readonly<Record<MessageKey, string>> = {
  'code.mergeIntoItself':
    '“{code}” kan niet worden samengevoegd met “{into}”: dat is de code zelf of staat eronder. Kies een andere code.',
  'code.moveIntoItself':
    '“{code}” kan niet onder “{parent}” worden geplaatst, want die staat eronder. Verplaats eerst “{parent}”.',
  'code.nameEmpty': 'Een code heeft een naam nodig. Typ ten minste één letter.',
  'code.nameTaken':
    'Er is al een code met de naam “{name}”. Kies een andere naam, of voeg de twee codes samen.',
  'coding.atCursor': 'Fragmenten bij de cursor: {count}',
  'coding.commentTitle': 'Opmerking bij het fragment',
  'coding.noLastCodes': 'Er is nog geen code toegepast. Gebruik eerst Code toepassen…',
  'coding.noQuotation': 'Bij de cursor is geen fragment. Zet de cursor in een gemarkeerde passage.',
  'coding.noTranscript':
    'Open eerst een transcript van de studie: deze opdracht gaat over wat daar is geselecteerd.',
  'coding.noneInDocument': '{document} heeft nog geen fragmenten.',
  'coding.selectFirst': 'Selecteer de passage die je wilt coderen, of zet de cursor in een fragment.',
  'coding.selectWords': 'Selecteer eerst een paar woorden.',
  'coding.whichCodes': 'Welke codes gaan eraf?',
  'coding.whichQuotation': 'Welk fragment?',
  'done.applyCodes': '{codes} toegepast',
  'done.deleteCodes': '{names} verwijderd',
  'done.deleteQuotations': '{count} fragment(en) verwijderd',
  'done.mergeCodes': '{from} samengevoegd met {into}',
  'done.moveCodes': '{count} code(s) verplaatst {parent}',
  'done.newCode': 'Code “{code}” gemaakt',
  'done.recode': '{count} fragment(en) gehercodeerd',
  'done.redone': 'Opnieuw uitgevoerd: {what}',
  'done.removeCode': '{codes} verwijderd van fragment',
  'done.renameCode': 'Code hernoemd tot “{name}”',
  'done.setBoundaries': 'Grenzen van een fragment verplaatst',
  'done.setComment': 'Opmerking bij een fragment gezet',
  'done.star': 'Ster gezet bij {count} fragment(en)',
  'done.undone': 'Ongedaan gemaakt: {what}',
  'done.unstar': 'Ster weggehaald bij {count} fragment(en)',
  'done.updateCode': 'Code “{code}” gewijzigd',
  'picker.all': 'alle codes',
  'picker.applyTitle': 'Code toepassen',
  'picker.create': '“{name}” maken',
  'picker.createUnder': '“{name}” maken onder…',
  'picker.define': 'Deze code definiëren',
  'picker.new': 'nieuwe code {parent}',
  'picker.parentTitle': 'Onder welke code hoort “{name}”?',
  'picker.placeholder': 'Zoek codes; spatie vinkt er meer aan, Enter past toe; een opmerking komt na //',
  'picker.recent': 'recente codes',
  'picker.recodeTitle': 'Codes van {count} fragment(en)',
  'picker.reveal': 'In de codeboom tonen',
  'quotation.noCodes': 'geen codes',
  'redo.nothing': 'Er is niets om opnieuw uit te voeren.',
  'study.cannotOpen':
    'De studie in {folder} kon niet worden geopend: {reason}. Herstel codeboom.json daar en herlaad dan het venster.',
  'study.notFound':
    'Er is geen codeboom.json in {folder} of daarboven. Kies Nieuwe studie om er daar een te maken.',
  'undo.conflicts':
    '{count} wijziging(en) zijn gelaten zoals ze zijn, want iemand anders heeft intussen hetzelfde fragment of dezelfde code gewijzigd.',
  'undo.nothing': 'Er is niets om ongedaan te maken.',
};
