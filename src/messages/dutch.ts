import type { MessageKey } from './english.ts';

/** The sentences of `english.ts` in Dutch. */
export const dutch: Readonly<Record<MessageKey, string>> = {
  'chapter.badClosing':
    'De sluitregel van dit blok is niet zoals Codeboom die schrijft. Maak er <!-- /codeboom --> van; het blok is gelaten zoals het is.',
  'chapter.citationDiffers':
    'De tekst die hier staat is niet die van citaat {id}. Verbeter de tekst, geef met […] aan wat is weggelaten, of voeg het citaat opnieuw in.',
  'chapter.handEdited':
    'De inhoud van dit blok is met de hand gewijzigd en is daarom niet bijgewerkt. Zet wat u wilt houden buiten het blok en werk het dan bij.',
  'chapter.lostQuotation':
    'Citaat {id} is niet teruggevonden in het transcript, dus deze tekst is niet te controleren. Koppel het citaat opnieuw onder Nakijken, of haal het hier weg.',
  'chapter.nested':
    'In dit blok staat nog een gegenereerd blok; geen van beide is bijgewerkt. Sluit dit blok voordat het volgende begint.',
  'chapter.unclosed':
    'Dit blok is niet gesloten. Zet <!-- /codeboom --> op een eigen regel waar het eindigt.',
  'chapter.unclosedCitation':
    'De aanhaling van citaat {id} is in haar alinea niet gesloten. Zet <!-- /q --> achter de tekst.',
  'chapter.unclosedComment':
    'Het commentaar dat dit blok opent is niet gesloten. Sluit de specificatie af met een regel met alleen -->.',
  'chapter.unknownQuotation':
    'Deze studie heeft geen citaat {id}. Voeg het citaat opnieuw in, of haal het commentaar om deze tekst weg.',
  'chapter.unopened': 'Deze regel sluit een blok dat niet geopend is. Haal de regel weg.',
  'code.level.code': 'code',
  'code.level.dimension': 'dimensie',
  'code.level.theme': 'thema',
  'code.mergeIntoItself':
    '“{code}” kan niet worden samengevoegd met “{into}”: dat is de code zelf of staat eronder. Kies een andere code.',
  'code.moveIntoItself':
    '“{code}” kan niet onder “{parent}” worden geplaatst, want die staat eronder. Verplaats eerst “{parent}”.',
  'code.nameEmpty': 'Een code heeft een naam nodig. Typ ten minste één letter.',
  'code.nameTaken':
    'Er is al een code met de naam “{name}”. Kies een andere naam, of voeg de twee codes samen.',
  'code.quoted': '“{name}”',
  'codeTree.counts': '{codings} codering(en) in {documents} document(en)',
  'codeTree.definition': 'Definitie',
  'codeTree.exclude': 'Niet bij',
  'codeTree.filterPrompt':
    'Woorden uit naam, pad of definitie, in elke volgorde. Enter behoudt het filter, Escape neemt het terug.',
  'codeTree.filterTitle': 'Codes filteren',
  'codeTree.filtered': 'Gefilterd op “{text}”: {count} code(s)',
  'codeTree.highlightsOff':
    'Niet gemarkeerd. Vink aan om de markeringen van deze code en de codes eronder te tonen.',
  'codeTree.highlightsOn':
    'Gemarkeerd. Vink uit om de markeringen van deze code en de codes eronder te verbergen.',
  'codeTree.include': 'Wel bij',
  'codes.several': '{count} codes',
  'codes.which': 'Welke code?',
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
  'color.blue': 'Blauw',
  'color.green': 'Groen',
  'color.inherit': 'Geen eigen kleur: die van de code erboven',
  'color.invalid': 'Dit is geen # met zes cijfers uit 0–9 en a–f.',
  'color.orange': 'Oranje',
  'color.own': 'Eigen kleur…',
  'color.ownPrompt': 'Een kleur als # en zes cijfers uit 0–9 en a–f, zoals #1f77b4',
  'color.purple': 'Paars',
  'color.sky': 'Hemelsblauw',
  'color.title': 'Kleur van {what}',
  'color.vermilion': 'Vermiljoen',
  'color.yellow': 'Geel',
  'command.failed':
    'Codeboom kon “{command}” niet afmaken: {reason}. Er is niets verloren; Coderen ongedaan maken draait terug wat is gedaan.',
  'define.definition': 'Wat de code betekent',
  'define.exclude': 'Gebruik hem niet als… (wat er niet toe hoort)',
  'define.include': 'Gebruik hem als… (wat ertoe hoort)',
  'define.title': '“{code}” definiëren',
  'delete.button': 'Verwijderen',
  'delete.detail':
    '{count} codering(en) verdwijnen mee; de fragmenten blijven. Codering ongedaan maken brengt alles terug.',
  'delete.question': '{what} verwijderen?',
  'documents.case': '{documents} document(en), {count} fragment(en)',
  'documents.missing': 'transcript ontbreekt',
  'documents.missingDetail':
    '{path} is weg; de {count} fragment(en) zijn bewaard. Zet het transcript terug, of verwijder de fragmenten.',
  'documents.open': 'Transcript openen',
  'documents.quotations': '{count} fragment(en)',
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
  'done.updateCodes': '{count} code(s) gewijzigd',
  'hover.comment': 'Opmerking',
  'hover.copy': 'Kopiëren',
  'hover.delete': 'Verwijderen',
  'hover.recode': 'Hercoderen',
  'hover.star': 'Ster',
  'level.code': 'Code, uit open coderen',
  'level.current': 'nu',
  'level.dimension': 'Dimensie, uit selectief coderen',
  'level.theme': 'Thema, uit axiaal coderen',
  'level.title': 'Niveau van {what}',
  'merge.noTarget': 'Er is geen andere code om {what} mee samen te voegen. Maak die eerst.',
  'merge.title': '{what} samenvoegen met…',
  'move.title': '{what} verplaatsen naar…',
  'move.top': 'Bovenaan de boom',
  'newCode.levelTitle': 'Hoe ver is “{name}”?',
  'newCode.namePrompt': 'Naam van de code',
  'newCode.title': 'Nieuwe code',
  'newCode.titleUnder': 'Nieuwe code onder “{parent}”',
  'newStudy.choose': 'Studie hier maken',
  'newStudy.chooseTitle': 'De map met je transcripten',
  'newStudy.title': 'Nieuwe studie',
  'newStudy.titlePrompt':
    'Titel van de studie. Codeboom schrijft die in codeboom.json in de map en verandert verder niets.',
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
  'query.ambiguousCode': 'Meer dan één code heet {name}. Schrijf een van hun id’s: {ids}.',
  'query.empty': 'De zoekvraag is leeg. Schrijf een code, of een veld zoals casus: of tekst:.',
  'query.noPatternHere':
    '{field} krijgt een naam, geen patroon tussen schuine strepen; dat kan bij tekst: en opmerking:.',
  'query.operandBefore':
    '{found} is een operator: schrijf er een code of veld voor. Een code die zo heet staat tussen aanhalingstekens.',
  'query.operandExpected': 'Hier hoort een code of veld te staan, niet {found}.',
  'query.operandMissing': 'Na {found} ontbreekt een code of veld.',
  'query.operatorExpected':
    'Voor {found} ontbreekt een operator, zoals EN of OF. Een naam met spaties staat tussen aanhalingstekens.',
  'query.patternInvalid': 'Het patroon is geen reguliere expressie: {reason}.',
  'query.patternTooLarge':
    'Het patroon herhaalt te veel om mee te zoeken. Gebruik kleinere getallen tussen accolades.',
  'query.patternTooLong': 'Het patroon is langer dan {maximum} tekens. Maak het korter.',
  'query.patternUnsupported':
    '{piece} kan niet in een patroon: vooruit- of terugkijken, terugverwijzingen en \\W tussen blokhaken zouden eindeloos kunnen zoeken of zijn hier niet bekend. Schrijf het patroon zonder.',
  'query.tooDeep':
    'De zoekvraag heeft meer dan {maximum} niveaus van haakjes en operatoren. Maak hem eenvoudiger.',
  'query.tooLong': 'De zoekvraag is langer dan {maximum} tekens. Maak hem korter.',
  'query.unclosed': 'Dit ( is niet gesloten. Zet een ) waar het eindigt.',
  'query.unclosedPattern': 'Het patroon {text} is niet gesloten. Zet er een / achter.',
  'query.unclosedQuote': 'Het aanhalingsteken van {text} is niet gesloten. Zet er een achter de naam.',
  'query.unknownAttribute': 'Geen document of casus heeft een attribuut {name}. Lijkt op: {names}.',
  'query.unknownCode': 'Er is geen code {name}. Lijkt op: {names}.',
  'query.unknownField':
    'Er is geen veld {name}. De velden zijn {fields}. Een naam met een dubbele punt staat tussen aanhalingstekens.',
  'query.unknownValue': 'Niets in de studie heeft {name} als {field}. Lijkt op: {names}.',
  'query.unopened': 'Dit ) sluit niets. Haal het weg, of zet er een ( voor.',
  'query.valueExpected': 'Na {after} ontbreekt een naam of waarde.',
  'query.wordsExpected':
    'Schrijf achter deze operator hoeveel woorden er tussen mogen staan, zoals nabij 10.',
  'query.yesOrNo': 'Een ster is ja of nee, niet {found}.',
  'quotation.gone': 'Dit fragment is er niet meer.',
  'quotation.noCodes': 'geen codes',
  'quotations.commented': 'met opmerking',
  'quotations.copied': '{count} fragment(en) met bron gekopieerd',
  'quotations.group': '{name}, {count} fragment(en)',
  'quotations.lost': 'woorden niet gevonden in {document}',
  'quotations.none': 'Nog niets gecodeerd: {what}.',
  'quotations.part': '{from}–{to}',
  'quotations.place': '{document}, regel {line}',
  'quotations.review': 'controleer de plaats: {place}',
  'quotations.shown': '{what}: {count}',
  'quotations.starred': 'kernfragment',
  'redo.nothing': 'Er is niets om opnieuw uit te voeren.',
  'rename.title': '“{code}” hernoemen',
  'sample.choose': 'Voorbeeldstudie hier neerzetten',
  'sample.chooseTitle': 'Waar moet de kopie van de voorbeeldstudie komen?',
  'study.cannotOpen':
    'De studie in {folder} kon niet worden geopend: {reason}. Herstel codeboom.json daar en herlaad dan het venster.',
  'study.notFound':
    'Er is geen codeboom.json in {folder} of daarboven. Kies Nieuwe studie om er daar een te maken.',
  'subject.cases': 'casussen',
  'subject.codes': 'codes',
  'subject.documents': 'documenten',
  'subject.noCase': 'Geen casus',
  'subject.title': 'Fragmenten tonen van…',
  'table.ambiguousCode': 'Er is meer dan één code met de naam “{name}”. Gebruik het id: {ids}.',
  'table.needsFlag': 'Schrijf hier true of false.',
  'table.needsKeys': 'Schrijf hier sleutels met hun waarden, zoals: {names}.',
  'table.needsMeasure': 'Deze kolom zegt niet wat erin komt. Kies een van: {names}.',
  'table.needsNumber': 'Schrijf hier een geheel getal van {least} tot en met {most}.',
  'table.needsText': 'Schrijf hier één naam of tekst.',
  'table.needsValue': 'Achter “{name}” staat geen waarde. Vul die in, of haal de sleutel weg.',
  'table.noKind': 'De specificatie zegt niet welke tabel het is. Begin met table: en een van: {names}.',
  'table.noSummaries':
    'Een matrix met samenvattingen kan nog niet worden gemaakt. Gebruik quotes om citaten te tonen.',
  'table.notANumber':
    '“{text}”, de {attribute} van {row}, is geen getal en is weggelaten. Verbeter het in de kop van het transcript of in cases.csv.',
  'table.notYaml': 'De specificatie van de tabel is niet te lezen: {reason}',
  'table.nothingToCount':
    'Een matrix met {cell} in de cellen heeft geen aantallen om op te tellen of te delen. Haal deze sleutel weg, of kies een andere cell.',
  'table.oneMeasure': 'Een kolom toont één ding. Zet “{name}” in een eigen kolom.',
  'table.quotationInReview':
    'Citaat {id} uit {document} is afgedrukt, maar de plaats ervan is niet zeker. Bekijk het onder Nakijken.',
  'table.unknownAttribute':
    'Geen document of casus heeft het kenmerk “{name}”. Bestaande kenmerken, de beste gelijkenis eerst: {names}.',
  'table.unknownCode':
    'Er is geen code “{name}” in het codeboek. Bestaande codes, de beste gelijkenis eerst: {names}.',
  'table.unknownHeader':
    'De tabel heeft geen kolom “{name}” om op te sorteren. De kolommen, de beste gelijkenis eerst: {names}.',
  'table.unknownKey':
    '“{name}” is geen sleutel die hier hoort. Sleutels, de beste gelijkenis eerst: {names}.',
  'table.unknownKind': 'Er is geen tabel “{name}”. Tabellen, de beste gelijkenis eerst: {names}.',
  'table.unknownValue':
    '“{name}” is geen waarde voor deze sleutel. Waarden, de beste gelijkenis eerst: {names}.',
  'undo.conflicts':
    '{count} wijziging(en) zijn gelaten zoals ze zijn, want iemand anders heeft intussen hetzelfde fragment of dezelfde code gewijzigd.',
  'undo.nothing': 'Er is niets om ongedaan te maken.',
};
