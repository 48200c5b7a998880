/** Every sentence that Codeboom says about a study, by key. Placeholders in braces take the values of the message. */
export const english = {
  'backup.changes': '{back} back, {changed} changed, {away} away',
  'backup.failed':
    'Codeboom could not keep a backup before this change: {reason}. Undo Coding still takes it back.',
  'backup.files': '{count} file(s)',
  'backup.filesPlaceholder':
    'What will be different; Enter restores the files that are checked. It can be undone',
  'backup.filesTitle': 'Restore the Backup of {date}',
  'backup.none':
    'There is no backup of this study yet. Codeboom keeps one before codes are merged or deleted and before quotations are found again in a changed text.',
  'backup.nothing': 'All is as in the backup of {date}.',
  'backup.placeholder': 'The files as they were just before',
  'backup.reanchored': 'Quotations found again in a text that was changed elsewhere',
  'backup.title': 'Restore Backup',
  'cases.duplicate': '{name} has a second row in {file}. The first one counts; merge the two rows into one.',
  'cases.duplicateColumn':
    '{file} has two columns of one name, or a column without a name; it is called “{name}” here. Give it a name of its own.',
  'cases.extraCells':
    'The row of {name} in {file} has more cells than there are columns. Add the missing column, or put a cell with a delimiter in it between quotation marks.',
  'cases.noCaseColumn':
    'The first column of {file} is not named “case”, so no cases were read. Codeboom leaves the file alone; name its first column case.',
  'cases.noDocuments':
    'No transcript belongs to the case {name}. Put “case: {name}” in the front matter of its interviews, or remove the row.',
  'cases.noName':
    'A row of {file} has no name in its first column. It is kept, but counts for nothing; name its case.',
  'cases.openQuote':
    'In {file} a quotation mark before line {line} or on it is not closed, so no cases were read. Codeboom leaves the file alone; close it.',
  'cases.unknown':
    '{file} belongs to the case {name}, which cases.csv does not have. Add a row for it, or correct the name.',
  'change.conflicts':
    '{count} change(s) were left as they are, since somebody else changed the same quotation or code in the meantime.',
  'chapter.asText': 'Keep it as text',
  'chapter.asTextDetail': 'The two comments around it go: from now on it is your own text.',
  'chapter.badClosing':
    'The closing comment of this block is not as Codeboom writes it. Make it <!-- /codeboom -->; the block was left as it is.',
  'chapter.citationDiffers':
    'The text cited here is not that of quotation {id}. Correct it, mark what was left out with […], or insert the quotation again.',
  'chapter.decide': 'The Table at Line {line} Was Edited by Hand',
  'chapter.fixUpdate': 'Update the tables in this chapter',
  'chapter.handEdited':
    'The content of this block was changed by hand, so it was not updated. Move what you want to keep out of the block, then update it.',
  'chapter.leave': 'Leave it as it is',
  'chapter.leaveDetail': 'Your changes stay, the table is not updated.',
  'chapter.lostQuotation':
    'Quotation {id} was not found again in its transcript, so this text cannot be checked. Attach the quotation again under Needs Review, or remove it here.',
  'chapter.nested':
    'There is a generated block inside this one, so neither was updated. Close this block before the next one begins.',
  'chapter.neverRendered': 'This table has not been made yet. Use Update Tables in This Chapter.',
  'chapter.none': 'Open a chapter first: a Markdown file that codeboom.json names under “chapters”.',
  'chapter.overwrite': 'Discard my changes',
  'chapter.overwriteDetail': 'The table is generated anew. Undo in the editor brings your changes back.',
  'chapter.stale': 'This table is no longer up to date with the study. Use Update Tables in This Chapter.',
  'chapter.staleCitation':
    'The quotation was changed since it was cited here. Use Update Tables in This Chapter.',
  'chapter.unclosed': 'This block is not closed. Put <!-- /codeboom --> on a line of its own where it ends.',
  'chapter.unclosedCitation':
    'The citation of quotation {id} is not closed in its paragraph. Put <!-- /q --> after its text.',
  'chapter.unclosedComment':
    'The comment that opens this block is not closed. End the spec with a line that holds only -->.',
  'chapter.unknownQuotation':
    'There is no quotation {id} in this study. Insert the quotation again, or take away the comments around this text.',
  'chapter.unopened': 'This line closes a block that was not opened. Take it away.',
  'chapter.updated': 'Updated {count} table(s) and quotation(s) in {chapters} chapter(s)',
  'chapter.updatedButFailed':
    'Updated {count} table(s) and quotation(s); {failed} could not be made. The Problems panel says what is wrong in their specs.',
  'cli.badArguments': '{reason}. Usage: {usage}',
  'cli.badChoice': '{option} cannot be {value}. Give one of: {choices}.',
  'cli.badOption': '{option}: {reason}',
  'cli.badQuery': 'The query “{query}”, character {column}: {reason}',
  'cli.changedMeanwhile':
    '{file} was changed by another program at the same moment, so it was not written. Run the command again.',
  'cli.check': 'Prints every problem of a study and of its chapters, as file:line:column severity message.',
  'cli.checked': '{errors} error(s), {warnings} warning(s)',
  'cli.column.case': 'Case',
  'cli.column.codes': 'Codes',
  'cli.column.comment': 'Comment',
  'cli.column.document': 'Document',
  'cli.column.id': 'Id',
  'cli.column.line': 'Line',
  'cli.column.quotation': 'Quotation',
  'cli.column.speaker': 'Speaker',
  'cli.extraOperand': '{operand} is one argument too many. Usage: {usage}',
  'cli.incomplete':
    'A file of the study cannot be read, so tables would leave something out. Nothing was written; repair the file first.',
  'cli.missingOperand': '{operand} is missing. Usage: {usage}',
  'cli.noStudy': 'There is no codeboom.json in {path} or above it. Give the folder of a study.',
  'cli.noSuchFile': 'There is no file or folder {path}. Check the path.',
  'cli.notUtf8': '{file} is not UTF-8 text, so it was left alone. Save it as UTF-8.',
  'cli.option.case': 'of this case',
  'cli.option.check': 'write nothing, say which tables and citations are out of date',
  'cli.option.code': 'with this code or one below it, by id or name',
  'cli.option.document': 'of this document, by name or path',
  'cli.option.dryRun': 'write nothing, only say what became of the quotations',
  'cli.option.format': 'the format of what is printed; markdown without this option',
  'cli.option.help': 'print this help',
  'cli.option.json': 'print JSON',
  'cli.option.language': 'the language of headings, numbers and dates, in place of that of the study',
  'cli.option.query': 'that this query finds',
  'cli.query': 'Prints what a query finds, or a saved query by its name; without a query, the saved ones.',
  'cli.quotations': 'Prints the quotations that all given options fit.',
  'cli.reanchor':
    'Finds the quotations again in transcripts that were edited elsewhere, and writes where they are.',
  'cli.reanchored':
    '{exact} in place, {moved} moved, {changed} with corrected text, {review} to check, {lost} lost',
  'cli.render': 'Brings the tables and citations of the chapters up to date.',
  'cli.rendered': '{file}: {blocks} table(s) and {citations} citation(s) updated',
  'cli.stale': '“{block}” is out of date. Bring it up to date with codeboom render.',
  'cli.table': 'Prints one table, by a spec in YAML from a file, or from the standard input (-).',
  'cli.unknownCommand': 'There is no subcommand {name}. These are there:',
  'cli.unusable': 'codeboom: {reason}',
  'cli.upToDate': 'Every chapter is up to date.',
  'code.level.code': 'code',
  'code.level.dimension': 'dimension',
  'code.level.theme': 'theme',
  'code.mergeIntoItself':
    '“{code}” cannot be merged into “{into}”, which is the code itself or below it. Choose another code.',
  'code.moveIntoItself':
    '“{code}” cannot move under “{parent}”, which is below it. Move “{parent}” out of it first.',
  'code.nameEmpty': 'A code needs a name. Type at least one letter.',
  'code.nameTaken': 'There is a code named “{name}” already. Choose another name, or merge the two codes.',
  'code.quoted': '“{name}”',
  'codeTree.counts': '{codings} coding(s) in {documents} document(s)',
  'codeTree.definition': 'Definition',
  'codeTree.exclude': 'Not for',
  'codeTree.filterPrompt':
    'Words of the name, path or definition, in any order. Enter keeps the filter, Escape takes it back.',
  'codeTree.filterTitle': 'Filter Codes',
  'codeTree.filtered': 'Filtered by “{text}”: {count} code(s)',
  'codeTree.highlightsOff':
    'Not highlighted. Tick to show the highlights of this code and the codes below it.',
  'codeTree.highlightsOn': 'Highlighted. Untick to hide the highlights of this code and the codes below it.',
  'codeTree.include': 'Use for',
  'codebook.duplicateId':
    'Two codes in {file} have the id {id}. “{name}” is now {newId}; check the quotations of both and merge them if they are one.',
  'codebook.duplicateSet':
    'Two code sets in {file} have the id {id}. “{name}” is now {newId}; delete one of the two if they are the same.',
  'codebook.parentCycle':
    '“{name}” stands above itself in the code tree, by way of {parent}. It is shown at the top; move it to where it belongs.',
  'codebook.record':
    'A code in {file} cannot be read: {key} is missing or wrong. It is kept as it is; correct it by hand.',
  'codebook.setRecord':
    'A code set in {file} cannot be read: {key} is missing or wrong. It is kept as it is; correct it by hand.',
  'codebook.setUnknownCodes':
    'The code set “{name}” names what is no code: {codes}. Take it out of the set, or bring the code back.',
  'codebook.unknownParent':
    '“{name}” belongs under {parent}, which is no code. It is shown at the top; move it to where it belongs.',
  'codes.several': '{count} codes',
  'codes.which': 'Which Code?',
  'coding.atCursor': 'Quotations at the Cursor: {count}',
  'coding.commentTitle': 'Comment on the Quotation',
  'coding.noLastCodes': 'No code was applied yet. Use Apply Code… first.',
  'coding.noQuotation': 'There is no quotation at the cursor. Put the cursor inside a highlighted passage.',
  'coding.noTranscript':
    'Open a transcript of the study first: this command is about what is selected there.',
  'coding.noneInDocument': '{document} has no quotations yet.',
  'coding.selectFirst': 'Select the passage to code, or put the cursor inside a quotation.',
  'coding.selectWords': 'Select some words first.',
  'coding.whichCodes': 'Which Codes Come Off?',
  'coding.whichQuotation': 'Which Quotation?',
  'color.blue': 'Blue',
  'color.green': 'Green',
  'color.inherit': 'No colour of its own: that of the code above it',
  'color.invalid': 'This is not # and six digits from 0–9 and a–f.',
  'color.orange': 'Orange',
  'color.own': 'Own colour…',
  'color.ownPrompt': 'A colour as # and six digits from 0–9 and a–f, such as #1f77b4',
  'color.purple': 'Purple',
  'color.sky': 'Sky blue',
  'color.title': 'Colour of {what}',
  'color.vermilion': 'Vermilion',
  'color.yellow': 'Yellow',
  'command.failed':
    'Codeboom could not finish “{command}”: {reason}. Nothing was lost; Undo Coding takes back what was done.',
  'define.definition': 'What the code means',
  'define.exclude': 'Do not use it when… (what does not count)',
  'define.include': 'Use it when… (what counts)',
  'define.title': 'Define “{code}”',
  'delete.button': 'Delete',
  'delete.detail':
    '{count} coding(s) are taken off with it; the quotations stay. Undo Coding brings all back.',
  'delete.question': 'Delete {what}?',
  'documents.case': '{documents} document(s), {count} quotation(s)',
  'documents.missing': 'transcript missing',
  'documents.missingDetail':
    '{path} is gone; its {count} quotation(s) are kept. Put the transcript back, or delete the quotations.',
  'documents.openTranscript': 'Open Transcript',
  'documents.quotations': '{count} quotation(s)',
  'done.acceptPlaces': 'Accepted the place of {count} quotation(s)',
  'done.applyCodes': 'Applied {codes}',
  'done.attach': 'Attached a quotation in {document}',
  'done.deleteCodes': 'Deleted {names}',
  'done.deleteQuotations': 'Deleted {count} quotation(s)',
  'done.keepAsLost': 'Kept {count} quotation(s) as lost',
  'done.mergeCodes': 'Merged {from} into {into}',
  'done.moveCodes': 'Moved {count} code(s) to “{parent}”',
  'done.moveCodesToTop': 'Moved {count} code(s) to the top of the tree',
  'done.moveQuotations': 'Moved {count} quotation(s) with their text to {document}',
  'done.newCode': 'Made the code “{code}”',
  'done.recode': 'Recoded {count} quotation(s)',
  'done.redone': 'Done again: {what}',
  'done.relate': 'Related “{from}” to “{to}”: {type}',
  'done.relationComment': 'Commented on the relation of “{from}” with “{to}”',
  'done.relationType': 'Changed a relation: “{from}” {type} “{to}”',
  'done.removeCode': 'Removed {codes}',
  'done.removeRelations': 'Removed {count} relation(s)',
  'done.renameCode': 'Renamed a code to “{name}”',
  'done.restoreBackup': 'Restored {files} file(s) from the backup of {date}',
  'done.reverseRelation': 'Turned a relation around: “{from}” {type} “{to}”',
  'done.setBoundaries': 'Moved the boundaries of a quotation',
  'done.setComment': 'Commented on a quotation',
  'done.star': 'Starred {count} quotation(s)',
  'done.undone': 'Undone: {what}',
  'done.unstar': 'Took the star off {count} quotation(s)',
  'done.updateCode': 'Changed the code “{code}”',
  'done.updateCodes': 'Changed {count} code(s)',
  'extract.title': 'Quotations of Which Code, Case or Document?',
  'file.cannotRead':
    '{file} could not be read: {reason}. Codeboom leaves it alone; see to it that it can be opened.',
  'file.cannotSave':
    '{file} could not be saved: {reason}. Your changes are kept in memory and tried again with the next change; do not close the window before they are saved.',
  'file.conflictCopy':
    '{file} looks like a copy that a sync program made of {original} because it was changed in two places. Codeboom does not read it. Compare the two, copy what you miss, then delete the copy.',
  'file.leftOver':
    '{file} was left behind by a write that broke off, and {target} is not there or not whole. Look whether something in it is of use, then delete it.',
  'file.leftOverStays':
    '{file} was left behind by a write that broke off and could not be cleared away: {reason}. Delete it.',
  'file.mergeConflict':
    '{file} holds both sides of a git merge from line {line} on. Codeboom leaves it alone, and keeps new changes in memory, until the conflict is resolved.',
  'file.notUtf8':
    '{file} is not text in UTF-8. Codeboom leaves it and what was coded in it alone; save it with the encoding UTF-8.',
  'history.notJson':
    'Line {line} of {file} cannot be read. It is kept as it is; correct it by hand, or delete it.',
  'history.record':
    'Line {line} of {file} cannot be read: {key} is missing or wrong. It is kept as it is; correct it by hand, or delete it.',
  'hover.comment': 'Comment',
  'hover.copy': 'Copy',
  'hover.delete': 'Delete',
  'hover.recode': 'Recode',
  'hover.star': 'Star',
  'json.cutOff':
    '{file} breaks off at line {line}. Codeboom leaves it alone, and keeps new changes in memory, until it is whole again; restore it from git or a backup.',
  'json.invalid':
    '{file} is not JSON from here, line {line}, on. Codeboom leaves it alone, and keeps new changes in memory, until it is mended.',
  'json.newerVersion':
    '{file} was made by a newer Codeboom (version {version}). It can be read but not changed here; update Codeboom.',
  'json.noList': '“{key}” in {file} is not a list. Codeboom leaves the file alone until it is mended.',
  'json.noObject': '{file} does not start with a brace. Codeboom leaves it alone until it is mended.',
  'json.tooDeep':
    '{file} is nested deeper than {levels} levels. Codeboom does not use the file and leaves it alone.',
  'json.version':
    'The version in {file} is not a whole number. Codeboom leaves the file alone; it should say "version": 1.',
  'level.code': 'Code, from open coding',
  'level.current': 'now',
  'level.dimension': 'Dimension, from selective coding',
  'level.theme': 'Theme, from axial coding',
  'level.title': 'Level of {what}',
  'memo.gone.case': 'There is no case {to}. Correct its name, or add it to cases.csv.',
  'memo.gone.code': 'There is no code {to}. Link to another code, or bring this one back.',
  'memo.gone.document': 'There is no transcript {to}. Write its path from the folder of the study.',
  'memo.gone.name':
    'Nothing is named “{to}”: no code, case, transcript or memo. Correct the name, or make it.',
  'memo.gone.quotation': 'There is no quotation {to}. Link to another quotation, or bring this one back.',
  'merge.bothChanged':
    'Somebody else changed {field} of {id} in {file} too. Yours was kept: {mine}. Theirs was: {theirs}.',
  'merge.deletedHere':
    'You deleted {id} in {file} while somebody else changed it. It was kept; delete it again if it should go.',
  'merge.deletedThere':
    'Somebody else deleted {id} in {file} while you changed it. It was kept; delete it if it should go.',
  'merge.noTarget': 'There is no other code to merge {what} into. Make it first.',
  'merge.title': 'Merge {what} into…',
  'move.title': 'Move {what} to…',
  'move.top': 'Top of the tree',
  'newCode.levelTitle': 'How Far Has “{name}” Come?',
  'newCode.namePrompt': 'Name of the code',
  'newCode.title': 'New Code',
  'newCode.titleUnder': 'New Code under “{parent}”',
  'newStudy.choose': 'Make a Study Here',
  'newStudy.chooseTitle': 'The Folder with Your Transcripts',
  'newStudy.title': 'New Study',
  'newStudy.titlePrompt':
    'Title of the study. Codeboom writes it to codeboom.json in the folder and changes nothing else.',
  'picker.all': 'all codes',
  'picker.applyTitle': 'Apply Code',
  'picker.create': 'Create “{name}”',
  'picker.createUnder': 'Create “{name}” under…',
  'picker.define': 'Define this code',
  'picker.new': 'new code {parent}',
  'picker.parentTitle': 'Under Which Code Does “{name}” Belong?',
  'picker.placeholder':
    'Search codes; Shift+Enter ticks more than one, Enter applies; a comment goes after //',
  'picker.recent': 'recent codes',
  'picker.recodeTitle': 'Codes of {count} quotation(s)',
  'picker.reveal': 'Show in the code tree',
  'picker.ticked': 'ticked codes',
  'query.ambiguousCode': 'More than one code is named {name}. Write one of their ids: {ids}.',
  'query.empty': 'The query is empty. Write a code, or a field such as case: or text:.',
  'query.noPatternHere': '{field} takes a name, not a pattern between slashes; text: and comment: do.',
  'query.operandBefore':
    '{found} is an operator: write a code or field before it. A code of that name goes in quotation marks.',
  'query.operandExpected': 'A code or field is expected here, not {found}.',
  'query.operandMissing': 'After {found} a code or field is missing.',
  'query.operatorExpected':
    'Before {found} an operator is missing, such as AND or OR. A name with spaces goes in quotation marks.',
  'query.patternInvalid': 'The pattern is not a regular expression: {reason}.',
  'query.patternTooLarge':
    'The pattern repeats too much to be searched for. Use smaller numbers between braces.',
  'query.patternTooLong': 'The pattern is longer than {maximum} characters. Shorten it.',
  'query.patternUnsupported':
    '{piece} cannot be used in a pattern: look-around, back-references and \\W in brackets might search for ever or are not known here. Write the pattern without it.',
  'query.tooDeep': 'The query has more than {maximum} levels of parentheses and operators. Make it simpler.',
  'query.tooLong': 'The query is longer than {maximum} characters. Shorten it.',
  'query.unclosed': 'This ( is not closed. Put a ) where it ends.',
  'query.unclosedPattern': 'The pattern {text} is not closed. Put a / behind it.',
  'query.unclosedQuote': 'The quotation mark before {text} is not closed. Put one after the name.',
  'query.unknownAttribute': 'No document or case has an attribute {name}. Closest: {names}.',
  'query.unknownCode': 'There is no code {name}. Closest: {names}.',
  'query.unknownField':
    'There is no field {name}. The fields are {fields}. A name with a colon goes in quotation marks.',
  'query.unknownValue': 'Nothing in the study has {name} as its {field}. Closest: {names}.',
  'query.unopened': 'This ) closes nothing. Take it away, or put a ( before it.',
  'query.valueExpected': 'A name or value is missing after {after}.',
  'query.wordsExpected': 'Write after this operator how many words may stand in between, such as near 10.',
  'query.yesOrNo': 'A star is yes or no, not {found}.',
  'quotation.copied': 'Copied {count} quotation(s) with source',
  'quotation.gone': 'This quotation is no longer there.',
  'quotation.insertTitle': 'Insert Quotation: Search by Words, Code, Case or Document',
  'quotation.lost':
    'The words of a quotation are no longer in the text: “{text}”. It is kept and not counted; re-attach it under Needs Review, or keep it as lost there.',
  'quotation.noCodes': 'no codes',
  'quotation.review':
    'A quotation is probably here: “{text}”. It was coded as “{was}”. Accept the place under Needs Review, or choose another.',
  'quotation.unknownCode':
    '{count} quotation(s) here carry {code}, which codebook.json does not have. Restore the code, or take it off.',
  'quotations.commented': 'with a comment',
  'quotations.group': '{name}, {count} quotation(s)',
  'quotations.lost': 'words not found in {document}',
  'quotations.none': 'Nothing is coded yet: {what}.',
  'quotations.part': '{from}–{to}',
  'quotations.place': '{document}, line {line}',
  'quotations.review': 'check the place: {place}',
  'quotations.shown': '{what}: {count}',
  'quotations.starred': 'key quotation',
  'reason.ambiguous': 'the same words stand in more than one place',
  'reason.boundary': 'its start or end is not sure',
  'reason.changed': 'its words changed',
  'reason.deleted': 'Its words were deleted.',
  'reason.isChanged': 'The same place; its words were corrected.',
  'reason.isExact': 'The same words in the same place.',
  'reason.isMoved': 'The same words in another place.',
  'reason.moved': 'it may have moved here',
  'reason.noTranscript': 'The transcript is gone.',
  'reason.notFound': 'Its words are not found.',
  'reason.replaced': 'other words stand in its place',
  'reason.scattered': 'its words are in different places',
  'redo.nothing': 'There is nothing to do again.',
  'relation.endGone': 'There is no {end} in this study any more. Choose what to relate again.',
  'relation.exists':
    'There is a relation “{from}” {type} “{to}” already. Change that one, or choose another type.',
  'relation.mixed': 'A relation is between two codes or between two quotations. Choose two of a kind.',
  'relation.noType': 'A relation needs a type. Choose one, or type what the one is to the other.',
  'relation.withItself': '“{end}” cannot be related to itself. Choose another one to relate it to.',
  'relations.duplicateId':
    'Two relations in {file} have the id {id}. The second, {name}, is now {newId}; delete one of the two if they are the same.',
  'relations.endGone':
    'The relation “{from}” {type} “{to}” leads to {end}, which is not in this study any more. Remove the relation, or bring back what is gone.',
  'relations.mixed':
    'The relation “{from}” {type} “{to}” in {file} is between a code and a quotation, and counts for nothing. Let both ends be of one kind, or remove it.',
  'relations.record':
    'A relation in {file} cannot be read: {key} is missing or wrong. It is kept as it is; correct it by hand.',
  'rename.title': 'Rename “{code}”',
  'review.asCoded': 'As coded',
  'review.asFound': 'Now',
  'review.badge': '{count} quotation(s) to review',
  'review.candidate': 'line {line} · {percent}% alike',
  'review.choosePlace': 'Choose Another Place for “{words}”',
  'review.codedAs': 'coded as “{words}”',
  'review.compareTitle': '{words} (as coded ↔ now)',
  'review.fixAccept': 'Accept this place',
  'review.fixAlike': 'Accept all alike in this document',
  'review.fixChoose': 'Choose another place…',
  'review.fixCompare': 'Compare with the text as coded',
  'review.fixKeep': 'Keep as lost',
  'review.fixReattach': 'Re-attach to the selection',
  'review.group': '{name}, {count} quotation(s) in doubt',
  'review.kept': 'kept as lost',
  'review.line': 'line {line}',
  'review.lost': 'words not found',
  'review.noCandidates':
    'No other passage of this transcript has words like these. Select the words that are meant, in any transcript, and use Re-attach to Selection.',
  'review.none': 'No quotation is waiting for this.',
  'review.placeholder': 'The best first; the transcript shows the place in focus',
  'review.selectFirst': 'First select, in a transcript, the words that the quotation belongs to.',
  'review.which': 'Needs Review: Which Quotation?',
  'sample.choose': 'Put the Sample Study Here',
  'sample.chooseTitle': 'Where Should the Copy of the Sample Study Go?',
  'settings.value':
    '“{key}” in {file} has a value that it cannot have. It is kept, and the default applies; correct it.',
  'sidecar.carriedAlong': '{from} was renamed or moved to {document}: its quotations were carried along.',
  'sidecar.duplicateId':
    'Two quotations in {file} have the id {id}. The second is now {newId}; delete one of the two if they are the same.',
  'sidecar.idsElsewhere':
    '{count} quotation(s) in {file} have the ids of those in {other}, as a copy has. They got ids of their own here; delete the copy if it is not wanted.',
  'sidecar.noTranscript':
    '{document} is gone, and {file} holds {count} quotation(s) of it. Put the transcript back under its name, or rename {file} along with it.',
  'sidecar.notTranscript':
    '{document} is not among the transcripts that codeboom.json names, so {file} does not count. Add it there if it should.',
  'sidecar.record':
    'A quotation in {file} cannot be read: {key} is missing or wrong. It is kept as it is; correct it by hand.',
  'study.cannotOpen':
    'The study in {folder} could not be opened: {reason}. Mend codeboom.json there, then reload the window.',
  'subject.cases': 'cases',
  'subject.codes': 'codes',
  'subject.documents': 'documents',
  'subject.noCase': 'No case',
  'subject.title': 'Show Quotations of…',
  'table.about.cases': 'A row per case: attributes, numbers of interviews, means',
  'table.about.codebook': 'A row per code: dimension, theme, definition, codings',
  'table.about.documents': 'A row per transcript: attributes, words, quotations',
  'table.about.matrix': 'Themes or codes against cases or documents',
  'table.about.quotations': 'Quotations set off with their source, by theme, case or document',
  'table.ambiguousCode': 'There is more than one code named “{name}”. Use its id: {ids}.',
  'table.kind.cases': 'Cases',
  'table.kind.codebook': 'Codebook',
  'table.kind.documents': 'Documents',
  'table.kind.matrix': 'Matrix',
  'table.kind.quotations': 'Quotations',
  'table.needsFlag': 'Write true or false here.',
  'table.needsKeys': 'Write keys with their values here, such as: {names}.',
  'table.needsMeasure': 'This column does not say what it shows. Give it one of: {names}.',
  'table.needsNumber': 'Write a whole number from {least} to {most} here.',
  'table.needsText': 'Write one name or text here.',
  'table.needsValue': 'There is no value behind “{name}”. Write one, or take the key away.',
  'table.noKind': 'The spec does not say which table it is. Start it with table: and one of: {names}.',
  'table.noSummaries': 'A matrix of summaries cannot be made yet. Use quotes to show quotations instead.',
  'table.notANumber':
    '“{text}”, the {attribute} of {row}, is no number and was left out. Correct it in the front matter or in cases.csv.',
  'table.notYaml': 'The spec of the table cannot be read: {reason}',
  'table.nothingToCount':
    'A matrix with {cell} in its cells has no numbers to add up or divide. Take this key away, or choose another cell.',
  'table.oneMeasure': 'A column shows one thing. Put “{name}” in a column of its own.',
  'table.quotationInReview':
    'Quotation {id} of {document} is printed, but its place is not sure. Look at it under Needs Review.',
  'table.unknownAttribute':
    'No document or case has the attribute “{name}”. Existing attributes, closest first: {names}.',
  'table.unknownCode': 'There is no code “{name}” in the codebook. Existing codes, closest first: {names}.',
  'table.unknownHeader': 'The table has no column “{name}” to sort by. Its columns, closest first: {names}.',
  'table.unknownKey': '“{name}” is not a key that belongs here. Keys, closest first: {names}.',
  'table.unknownKind': 'There is no table “{name}”. Tables, closest first: {names}.',
  'table.unknownValue': '“{name}” is not a value for this key. Values, closest first: {names}.',
  'table.which': 'Which Table?',
  'transcript.frontMatter':
    'The front matter of {file} is not YAML: {reason}. Its attributes do not count until it is mended.',
  'undo.nothing': 'There is nothing to undo.',
} as const satisfies Readonly<Record<string, string>>;

export type MessageKey = keyof typeof english;
