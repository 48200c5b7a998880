import type { MessageKey } from './english.ts';

/** The sentences of `english.ts` in Dutch. */
export const dutch: Readonly<Record<MessageKey, string>> = {
  'backup.changes': '{back} terug, {changed} veranderd, {away} weg',
  'backup.failed':
    'Codeboom kon voor deze wijziging geen back-up bewaren: {reason}. Coderen ongedaan maken draait haar nog wel terug.',
  'backup.files': '{count} bestand(en)',
  'backup.filesPlaceholder':
    'Wat er anders wordt; Enter zet de aangevinkte bestanden terug. Het kan ongedaan gemaakt worden',
  'backup.filesTitle': 'De back-up van {date} terugzetten',
  'backup.none':
    'Van deze studie is er nog geen back-up. Codeboom bewaart er een voordat codes worden samengevoegd of verwijderd en voordat fragmenten in een gewijzigde tekst worden teruggezocht.',
  'backup.nothing': 'Alles is zoals in de back-up van {date}.',
  'backup.placeholder': 'De bestanden zoals ze waren vlak voor',
  'backup.reanchored': 'Fragmenten teruggezocht in een tekst die elders gewijzigd is',
  'backup.title': 'Back-up terugzetten',
  'cases.duplicate': '{name} heeft een tweede rij in {file}. De eerste telt; maak van de twee rijen één.',
  'cases.duplicateColumn':
    '{file} heeft twee kolommen met dezelfde naam, of een kolom zonder naam; die heet hier “{name}”. Geef haar een eigen naam.',
  'cases.extraCells':
    'De rij van {name} in {file} heeft meer cellen dan er kolommen zijn. Voeg de ontbrekende kolom toe, of zet een cel met een scheidingsteken erin tussen aanhalingstekens.',
  'cases.noCaseColumn':
    'De eerste kolom van {file} heet niet “case”, dus er zijn geen casussen gelezen. Codeboom blijft van het bestand af; noem de eerste kolom case.',
  'cases.noDocuments':
    'Bij de casus {name} hoort geen transcript. Zet “case: {name}” boven in zijn interviews, of haal de rij weg.',
  'cases.noName':
    'Een rij van {file} heeft geen naam in de eerste kolom. Zij blijft staan, maar telt niet mee; noem haar casus.',
  'cases.openQuote':
    'In {file} is een aanhalingsteken op of voor regel {line} niet gesloten, dus er zijn geen casussen gelezen. Codeboom blijft van het bestand af; sluit het.',
  'cases.unknown':
    '{file} hoort bij de casus {name}, die niet in cases.csv staat. Voeg er een rij voor toe, of verbeter de naam.',
  'change.conflicts':
    '{count} wijziging(en) zijn gelaten zoals ze zijn, want iemand anders heeft intussen hetzelfde fragment of dezelfde code gewijzigd.',
  'chapter.asText': 'Als tekst houden',
  'chapter.asTextDetail': 'De twee commentaarregels eromheen verdwijnen: voortaan is het je eigen tekst.',
  'chapter.badClosing':
    'De sluitregel van dit blok is niet zoals Codeboom die schrijft. Maak er <!-- /codeboom --> van; het blok is gelaten zoals het is.',
  'chapter.citationDiffers':
    'De tekst die hier staat is niet die van fragment {id}. Verbeter de tekst, geef met […] aan wat is weggelaten, of voeg het fragment opnieuw in.',
  'chapter.decide': 'De tabel op regel {line} is met de hand gewijzigd',
  'chapter.fixUpdate': 'De tabellen in dit hoofdstuk bijwerken',
  'chapter.handEdited':
    'De inhoud van dit blok is met de hand gewijzigd en is daarom niet bijgewerkt. Zet wat u wilt houden buiten het blok en werk het dan bij.',
  'chapter.leave': 'Zo laten',
  'chapter.leaveDetail': 'Je wijzigingen blijven, de tabel wordt niet bijgewerkt.',
  'chapter.lostQuotation':
    'Fragment {id} is niet teruggevonden in het transcript, dus deze tekst is niet te controleren. Koppel het fragment opnieuw onder Nakijken, of haal het hier weg.',
  'chapter.nested':
    'In dit blok staat nog een gegenereerd blok; geen van beide is bijgewerkt. Sluit dit blok voordat het volgende begint.',
  'chapter.neverRendered': 'Deze tabel is nog niet gemaakt. Gebruik Tabellen in dit hoofdstuk bijwerken.',
  'chapter.none': 'Open eerst een hoofdstuk: een Markdown-bestand dat codeboom.json bij “chapters” noemt.',
  'chapter.overwrite': 'Mijn wijzigingen weggooien',
  'chapter.overwriteDetail':
    'De tabel wordt opnieuw gemaakt. Ongedaan maken in de editor brengt je wijzigingen terug.',
  'chapter.stale': 'Deze tabel is niet meer actueel. Gebruik Tabellen in dit hoofdstuk bijwerken.',
  'chapter.staleCitation':
    'Het fragment is gewijzigd sinds het hier werd aangehaald. Gebruik Tabellen in dit hoofdstuk bijwerken.',
  'chapter.unclosed':
    'Dit blok is niet gesloten. Zet <!-- /codeboom --> op een eigen regel waar het eindigt.',
  'chapter.unclosedCitation':
    'De aanhaling van fragment {id} is in haar alinea niet gesloten. Zet <!-- /q --> achter de tekst.',
  'chapter.unclosedComment':
    'Het commentaar dat dit blok opent is niet gesloten. Sluit de specificatie af met een regel met alleen -->.',
  'chapter.unknownQuotation':
    'Deze studie heeft geen fragment {id}. Voeg het fragment opnieuw in, of haal het commentaar om deze tekst weg.',
  'chapter.unopened': 'Deze regel sluit een blok dat niet geopend is. Haal de regel weg.',
  'chapter.updated': '{count} tabel(len) en citaat(en) bijgewerkt in {chapters} hoofdstuk(ken)',
  'chapter.updatedButFailed':
    '{count} tabel(len) en citaat(en) bijgewerkt; {failed} konden niet worden gemaakt. Het paneel Problemen zegt wat er mis is in hun specificatie.',
  'cli.badArguments': '{reason}. Gebruik: {usage}',
  'cli.badChoice': '{option} kan niet {value} zijn. Geef een van: {choices}.',
  'cli.badOption': '{option}: {reason}',
  'cli.badQuery': 'De zoekvraag “{query}”, teken {column}: {reason}',
  'cli.changedMeanwhile':
    '{file} is op hetzelfde moment door een ander programma gewijzigd en is daarom niet geschreven. Geef de opdracht nog eens.',
  'cli.check':
    'Drukt elk probleem van een studie en van haar hoofdstukken af, als bestand:regel:kolom ernst melding.',
  'cli.checked': '{errors} fout(en), {warnings} waarschuwing(en)',
  'cli.column.case': 'Casus',
  'cli.column.codes': 'Codes',
  'cli.column.comment': 'Opmerking',
  'cli.column.document': 'Document',
  'cli.column.id': 'Id',
  'cli.column.line': 'Regel',
  'cli.column.quotation': 'Fragment',
  'cli.column.speaker': 'Spreker',
  'cli.extraOperand': '{operand} is een argument te veel. Gebruik: {usage}',
  'cli.incomplete':
    'Een bestand van de studie is niet te lezen, dus in tabellen zou iets ontbreken. Er is niets geschreven; herstel eerst het bestand.',
  'cli.missingOperand': '{operand} ontbreekt. Gebruik: {usage}',
  'cli.noStudy': 'Er is geen codeboom.json in {path} of daarboven. Geef de map van een studie.',
  'cli.noSuchFile': 'Er is geen bestand of map {path}. Controleer het pad.',
  'cli.notUtf8': '{file} is geen UTF-8-tekst en is daarom met rust gelaten. Sla het op als UTF-8.',
  'cli.option.case': 'van deze casus',
  'cli.option.check': 'schrijf niets, noem de tabellen en aanhalingen die verouderd zijn',
  'cli.option.code': 'met deze code of een eronder, naar id of naam',
  'cli.option.document': 'van dit document, naar naam of pad',
  'cli.option.dryRun': 'niets schrijven, alleen zeggen wat er van de citaten is geworden',
  'cli.option.format': 'de vorm van wat wordt afgedrukt; markdown zonder deze optie',
  'cli.option.help': 'druk deze hulp af',
  'cli.option.json': 'druk JSON af',
  'cli.option.language': 'de taal van koppen, getallen en datums, in plaats van die van de studie',
  'cli.option.query': 'die deze zoekvraag vindt',
  'cli.query':
    'Drukt af wat een zoekvraag vindt, of een bewaarde zoekvraag met die naam; zonder zoekvraag de bewaarde.',
  'cli.quotations': 'Drukt de fragmenten af waar alle gegeven opties voor gelden.',
  'cli.reanchor':
    'Zoekt de citaten terug in transcripten die elders zijn bewerkt, en schrijft op waar ze staan.',
  'cli.reanchored':
    '{exact} op hun plaats, {moved} verplaatst, {changed} met verbeterde tekst, {review} na te gaan, {lost} kwijt',
  'cli.render': 'Werkt de tabellen en aanhalingen van de hoofdstukken bij.',
  'cli.rendered': '{file}: {blocks} tabel(len) en {citations} aanhaling(en) bijgewerkt',
  'cli.stale': '“{block}” is verouderd. Werk het bij met codeboom render.',
  'cli.table':
    'Drukt één tabel af, volgens een specificatie in YAML uit een bestand of van de standaardinvoer (-).',
  'cli.unknownCommand': 'Er is geen opdracht {name}. Deze zijn er:',
  'cli.unusable': 'codeboom: {reason}',
  'cli.upToDate': 'Elk hoofdstuk is bijgewerkt.',
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
  'codebook.duplicateId':
    'Twee codes in {file} hebben het id {id}. “{name}” is nu {newId}; kijk de citaten van beide na en voeg ze samen als het er één is.',
  'codebook.parentCycle':
    '“{name}” staat in de codeboom boven zichzelf, via {parent}. Hij staat nu bovenaan; verplaats hem naar waar hij hoort.',
  'codebook.record':
    'Een code in {file} is niet leesbaar: {key} ontbreekt of klopt niet. Zij blijft staan zoals zij is; verbeter haar met de hand.',
  'codebook.unknownParent':
    '“{name}” hoort onder {parent}, maar dat is geen code. Hij staat nu bovenaan; verplaats hem naar waar hij hoort.',
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
  'codingMode.keys': 'Toetsen van de codeermodus',
  'codingMode.name': 'Codeermodus',
  'codingMode.noRecent': 'Er is nog geen recente code met nummer {number}',
  'codingMode.otherKey': 'Deze toets doet niets in de codeermodus; H toont de toetsen',
  'codingMode.recent': 'Recente codes',
  'codingMode.recentPlaceholder': 'In de codeermodus past het nummer alleen de code al toe',
  'codingMode.started':
    'Codeermodus: de tekst is alleen-lezen en losse toetsen coderen. H toont de toetsen, Escape stopt.',
  'codingMode.tooltip':
    'Het transcript is alleen-lezen en losse toetsen coderen; H toont ze. Klik om te stoppen.',
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
  'colorBy.code': 'Code',
  'colorBy.codeDetail': 'Elke passage heeft de kleur van haar eigen code',
  'colorBy.dimension': 'Dimensie',
  'colorBy.dimensionDetail': 'Elke passage heeft de kleur van de dimensie waar haar code bij hoort',
  'colorBy.now': 'zoals het nu is',
  'colorBy.theme': 'Thema',
  'colorBy.themeDetail': 'Elke passage heeft de kleur van het thema waar haar code bij hoort',
  'colorBy.title': 'Transcripten kleuren per',
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
  'documents.openTranscript': 'Transcript openen',
  'documents.quotations': '{count} fragment(en)',
  'done.acceptPlaces': 'Plaats van {count} fragment(en) aanvaard',
  'done.applyCodes': '{codes} toegepast',
  'done.attach': 'Fragment gekoppeld in {document}',
  'done.deleteCodes': '{names} verwijderd',
  'done.deleteQuotations': '{count} fragment(en) verwijderd',
  'done.keepAsLost': '{count} fragment(en) als verloren bewaard',
  'done.mergeCodes': '{from} samengevoegd met {into}',
  'done.moveCodes': '{count} code(s) verplaatst naar “{parent}”',
  'done.moveCodesToTop': '{count} code(s) verplaatst naar boven in de boom',
  'done.moveQuotations': '{count} fragment(en) met hun tekst verplaatst naar {document}',
  'done.newCode': 'Code “{code}” gemaakt',
  'done.recode': '{count} fragment(en) gehercodeerd',
  'done.redone': 'Opnieuw uitgevoerd: {what}',
  'done.removeCode': '{codes} verwijderd van fragment',
  'done.renameCode': 'Code hernoemd tot “{name}”',
  'done.restoreBackup': '{files} bestand(en) teruggezet uit de back-up van {date}',
  'done.setBoundaries': 'Grenzen van een fragment verplaatst',
  'done.setComment': 'Opmerking bij een fragment gezet',
  'done.star': 'Ster gezet bij {count} fragment(en)',
  'done.undone': 'Ongedaan gemaakt: {what}',
  'done.unstar': 'Ster weggehaald bij {count} fragment(en)',
  'done.updateCode': 'Code “{code}” gewijzigd',
  'done.updateCodes': '{count} code(s) gewijzigd',
  'drop.noTranscript':
    'Codes worden alleen in transcripten toegepast, dus hier is niets gewijzigd. Sleep ze naar een passage van een transcript.',
  'drop.noWords':
    'Front matter en lege regels zijn niet te coderen, dus er is niets gewijzigd. Sleep de codes naar wat er gezegd is.',
  'drop.title': 'Codes toepassen',
  'expand.isQuoted':
    'Je hebt al een fragment van precies deze woorden, dus de grenzen zijn gebleven zoals ze waren.',
  'expand.nothing': 'Hier valt niet meer te selecteren',
  'expand.paragraph': 'Alinea',
  'expand.quotation': 'het fragment bij de cursor',
  'expand.selection': 'de selectie',
  'expand.sentence': 'Zin',
  'expand.title': 'Uitbreiden tot',
  'expand.turn': 'Spreekbeurt',
  'expand.word': 'Woord',
  'extract.title': 'Fragmenten van welke code, casus of welk document?',
  'file.cannotRead':
    '{file} kon niet worden gelezen: {reason}. Codeboom blijft ervan af; zorg dat het te openen is.',
  'file.cannotSave':
    '{file} kon niet worden opgeslagen: {reason}. Uw wijzigingen blijven in het geheugen en worden bij de volgende wijziging opnieuw geprobeerd; sluit het venster niet voordat ze zijn opgeslagen.',
  'file.conflictCopy':
    '{file} lijkt een kopie die een synchronisatieprogramma van {original} maakte omdat het op twee plaatsen is gewijzigd. Codeboom leest die niet. Vergelijk de twee, neem over wat u mist en verwijder dan de kopie.',
  'file.leftOver':
    '{file} is achtergebleven van een opslag die afbrak, en {target} is er niet of is niet heel. Kijk of er iets bruikbaars in staat en verwijder het dan.',
  'file.leftOverStays':
    '{file} is achtergebleven van een opslag die afbrak en kon niet worden opgeruimd: {reason}. Verwijder het.',
  'file.mergeConflict':
    '{file} bevat vanaf regel {line} beide kanten van een git-samenvoeging. Codeboom blijft ervan af, en houdt nieuwe wijzigingen in het geheugen, tot het conflict is opgelost.',
  'file.notUtf8':
    '{file} is geen tekst in UTF-8. Codeboom blijft ervan af en van wat erin gecodeerd is; sla het op met de codering UTF-8.',
  'hover.comment': 'Opmerking',
  'hover.copy': 'Kopiëren',
  'hover.delete': 'Verwijderen',
  'hover.recode': 'Hercoderen',
  'hover.star': 'Ster',
  'json.cutOff':
    '{file} breekt af op regel {line}. Codeboom blijft ervan af, en houdt nieuwe wijzigingen in het geheugen, tot het weer heel is; herstel het uit git of een back-up.',
  'json.invalid':
    '{file} is vanaf hier, regel {line}, geen JSON. Codeboom blijft ervan af, en houdt nieuwe wijzigingen in het geheugen, tot het is hersteld.',
  'json.newerVersion':
    '{file} is gemaakt met een nieuwere Codeboom (versie {version}). Het kan hier gelezen, maar niet gewijzigd worden; werk Codeboom bij.',
  'json.noList': '“{key}” in {file} is geen lijst. Codeboom blijft van het bestand af tot het is hersteld.',
  'json.noObject': '{file} begint niet met een accolade. Codeboom blijft ervan af tot het is hersteld.',
  'json.tooDeep':
    '{file} is meer dan {levels} niveaus diep genest. Codeboom gebruikt het bestand niet en laat het met rust.',
  'json.version':
    'De versie in {file} is geen heel getal. Codeboom blijft van het bestand af; er hoort "version": 1 te staan.',
  'level.code': 'Code, uit open coderen',
  'level.current': 'nu',
  'level.dimension': 'Dimensie, uit selectief coderen',
  'level.theme': 'Thema, uit axiaal coderen',
  'level.title': 'Niveau van {what}',
  'merge.bothChanged':
    'Iemand anders heeft {field} van {id} in {file} ook gewijzigd. Die van u is gebleven: {mine}. De andere was: {theirs}.',
  'merge.deletedHere':
    'U hebt {id} in {file} verwijderd terwijl iemand anders het wijzigde. Het is gebleven; verwijder het opnieuw als het weg moet.',
  'merge.deletedThere':
    'Iemand anders heeft {id} in {file} verwijderd terwijl u het wijzigde. Het is gebleven; verwijder het als het weg moet.',
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
  'picker.placeholder':
    'Zoek codes; Shift+Enter vinkt er meer dan één aan, Enter past toe; een opmerking komt na //',
  'picker.recent': 'recente codes',
  'picker.recodeTitle': 'Codes van {count} fragment(en)',
  'picker.reveal': 'In de codeboom tonen',
  'picker.ticked': 'aangevinkte codes',
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
  'query.unknownAttribute': 'Geen document of casus heeft een kenmerk {name}. Lijkt op: {names}.',
  'query.unknownCode': 'Er is geen code {name}. Lijkt op: {names}.',
  'query.unknownField':
    'Er is geen veld {name}. De velden zijn {fields}. Een naam met een dubbele punt staat tussen aanhalingstekens.',
  'query.unknownValue': 'Niets in de studie heeft {name} als {field}. Lijkt op: {names}.',
  'query.unopened': 'Dit ) sluit niets. Haal het weg, of zet er een ( voor.',
  'query.valueExpected': 'Na {after} ontbreekt een naam of waarde.',
  'query.wordsExpected':
    'Schrijf achter deze operator hoeveel woorden er tussen mogen staan, zoals nabij 10.',
  'query.yesOrNo': 'Een ster is ja of nee, niet {found}.',
  'quotation.copied': '{count} fragment(en) met bron gekopieerd',
  'quotation.gone': 'Dit fragment is er niet meer.',
  'quotation.insertTitle': 'Fragment invoegen: zoek op woorden, code, casus of document',
  'quotation.lost':
    'De woorden van een fragment staan niet meer in de tekst: “{text}”. Het blijft bewaard en telt niet mee; koppel het opnieuw onder Nakijken, of bewaar het daar als verloren.',
  'quotation.noCodes': 'geen codes',
  'quotation.review':
    'Een fragment staat waarschijnlijk hier: “{text}”. Het is gecodeerd als “{was}”. Aanvaard de plaats onder Nakijken, of kies een andere.',
  'quotation.unknownCode':
    '{count} citaten hier dragen {code}, die niet in codebook.json staat. Zet de code terug, of haal haar eraf.',
  'quotations.commented': 'met opmerking',
  'quotations.group': '{name}, {count} fragment(en)',
  'quotations.lost': 'woorden niet gevonden in {document}',
  'quotations.none': 'Nog niets gecodeerd: {what}.',
  'quotations.part': '{from}–{to}',
  'quotations.place': '{document}, regel {line}',
  'quotations.review': 'controleer de plaats: {place}',
  'quotations.shown': '{what}: {count}',
  'quotations.starred': 'kernfragment',
  'reason.ambiguous': 'dezelfde woorden staan op meer dan één plaats',
  'reason.boundary': 'begin of einde is niet zeker',
  'reason.changed': 'de woorden zijn veranderd',
  'reason.deleted': 'De woorden zijn verwijderd.',
  'reason.isChanged': 'Dezelfde plaats; de woorden zijn verbeterd.',
  'reason.isExact': 'Dezelfde woorden op dezelfde plaats.',
  'reason.isMoved': 'Dezelfde woorden op een andere plaats.',
  'reason.moved': 'mogelijk hierheen verplaatst',
  'reason.noTranscript': 'Het transcript is weg.',
  'reason.notFound': 'De woorden zijn niet gevonden.',
  'reason.replaced': 'er staan andere woorden op de plaats',
  'reason.scattered': 'de woorden staan op verschillende plaatsen',
  'redo.nothing': 'Er is niets om opnieuw uit te voeren.',
  'rename.title': '“{code}” hernoemen',
  'review.asCoded': 'Zoals gecodeerd',
  'review.asFound': 'Nu',
  'review.badge': '{count} fragment(en) na te kijken',
  'review.candidate': 'regel {line} · {percent}% gelijk',
  'review.choosePlace': 'Andere plaats kiezen voor “{words}”',
  'review.codedAs': 'gecodeerd als “{words}”',
  'review.compareTitle': '{words} (zoals gecodeerd ↔ nu)',
  'review.fixAccept': 'Deze plaats aanvaarden',
  'review.fixAlike': 'Alle soortgelijke in dit document aanvaarden',
  'review.fixChoose': 'Andere plaats kiezen…',
  'review.fixCompare': 'Vergelijken met de tekst zoals gecodeerd',
  'review.fixKeep': 'Als verloren bewaren',
  'review.fixReattach': 'Koppelen aan de selectie',
  'review.group': '{name}, {count} fragment(en) onzeker',
  'review.kept': 'als verloren bewaard',
  'review.line': 'regel {line}',
  'review.lost': 'woorden niet gevonden',
  'review.noCandidates':
    'Geen andere passage van dit transcript heeft zulke woorden. Selecteer de bedoelde woorden, in welk transcript ook, en gebruik Koppelen aan selectie.',
  'review.none': 'Geen fragment wacht hierop.',
  'review.placeholder': 'De beste eerst; het transcript toont de plaats die gekozen is',
  'review.selectFirst': 'Selecteer eerst in een transcript de woorden waar het fragment bij hoort.',
  'review.which': 'Nakijken: welk fragment?',
  'sample.choose': 'Voorbeeldstudie hier neerzetten',
  'sample.chooseTitle': 'Waar moet de kopie van de voorbeeldstudie komen?',
  'settings.value':
    '“{key}” in {file} heeft een waarde die niet kan. Zij blijft staan, en de standaard geldt; verbeter haar.',
  'sidecar.carriedAlong': '{from} is hernoemd of verplaatst naar {document}: de fragmenten zijn meegenomen.',
  'sidecar.duplicateId':
    'Twee citaten in {file} hebben het id {id}. Het tweede is nu {newId}; verwijder een van beide als ze hetzelfde zijn.',
  'sidecar.idsElsewhere':
    "{count} citaten in {file} hebben de id's van die in {other}, zoals een kopie. Ze kregen hier eigen id's; verwijder de kopie als die niet de bedoeling is.",
  'sidecar.noTranscript':
    '{document} is weg, en {file} bevat er {count} citaten uit. Zet het transcript terug onder zijn naam, of hernoem {file} mee.',
  'sidecar.notTranscript':
    '{document} hoort niet bij de transcripten die codeboom.json noemt, dus {file} telt niet mee. Voeg het daar toe als dat wel moet.',
  'sidecar.record':
    'Een citaat in {file} is niet leesbaar: {key} ontbreekt of klopt niet. Het blijft staan zoals het is; verbeter het met de hand.',
  'study.cannotOpen':
    'De studie in {folder} kon niet worden geopend: {reason}. Herstel codeboom.json daar en herlaad dan het venster.',
  'subject.cases': 'casussen',
  'subject.codes': 'codes',
  'subject.documents': 'documenten',
  'subject.noCase': 'Geen casus',
  'subject.title': 'Fragmenten tonen van…',
  'table.about.cases': 'Een rij per casus: kenmerken, aantallen interviews, gemiddelden',
  'table.about.codebook': 'Een rij per code: dimensie, thema, definitie, coderingen',
  'table.about.documents': 'Een rij per transcript: kenmerken, woorden, fragmenten',
  'table.about.matrix': "Thema's of codes tegenover casussen of documenten",
  'table.about.quotations': 'Fragmenten met hun bron, per thema, casus of document',
  'table.ambiguousCode': 'Er is meer dan één code met de naam “{name}”. Gebruik het id: {ids}.',
  'table.kind.cases': 'Casussen',
  'table.kind.codebook': 'Codeboek',
  'table.kind.documents': 'Documenten',
  'table.kind.matrix': 'Matrix',
  'table.kind.quotations': 'Fragmenten',
  'table.needsFlag': 'Schrijf hier true of false.',
  'table.needsKeys': 'Schrijf hier sleutels met hun waarden, zoals: {names}.',
  'table.needsMeasure': 'Deze kolom zegt niet wat erin komt. Kies een van: {names}.',
  'table.needsNumber': 'Schrijf hier een geheel getal van {least} tot en met {most}.',
  'table.needsText': 'Schrijf hier één naam of tekst.',
  'table.needsValue': 'Achter “{name}” staat geen waarde. Vul die in, of haal de sleutel weg.',
  'table.noKind': 'De specificatie zegt niet welke tabel het is. Begin met table: en een van: {names}.',
  'table.noSummaries':
    'Een matrix met samenvattingen kan nog niet worden gemaakt. Gebruik quotes om fragmenten te tonen.',
  'table.notANumber':
    '“{text}”, de {attribute} van {row}, is geen getal en is weggelaten. Verbeter het in de kop van het transcript of in cases.csv.',
  'table.notYaml': 'De specificatie van de tabel is niet te lezen: {reason}',
  'table.nothingToCount':
    'Een matrix met {cell} in de cellen heeft geen aantallen om op te tellen of te delen. Haal deze sleutel weg, of kies een andere cell.',
  'table.oneMeasure': 'Een kolom toont één ding. Zet “{name}” in een eigen kolom.',
  'table.quotationInReview':
    'Fragment {id} uit {document} is afgedrukt, maar de plaats ervan is niet zeker. Bekijk het onder Nakijken.',
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
  'table.which': 'Welke tabel?',
  'transcript.frontMatter':
    'De kop van {file} is geen YAML: {reason}. De kenmerken tellen niet mee tot die is hersteld.',
  'undo.nothing': 'Er is niets om ongedaan te maken.',
};
