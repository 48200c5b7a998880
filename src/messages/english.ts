/** Every sentence that Codeboom says about a study, by key. Placeholders in braces take the values of the message. */
export const english = {
  'chapter.badClosing':
    'The closing comment of this block is not as Codeboom writes it. Make it <!-- /codeboom -->; the block was left as it is.',
  'chapter.citationDiffers':
    'The text cited here is not that of quotation {id}. Correct it, mark what was left out with […], or insert the quotation again.',
  'chapter.handEdited':
    'The content of this block was changed by hand, so it was not updated. Move what you want to keep out of the block, then update it.',
  'chapter.lostQuotation':
    'Quotation {id} was not found again in its transcript, so this text cannot be checked. Attach the quotation again under Needs Review, or remove it here.',
  'chapter.nested':
    'There is a generated block inside this one, so neither was updated. Close this block before the next one begins.',
  'chapter.unclosed': 'This block is not closed. Put <!-- /codeboom --> on a line of its own where it ends.',
  'chapter.unclosedCitation':
    'The citation of quotation {id} is not closed in its paragraph. Put <!-- /q --> after its text.',
  'chapter.unclosedComment':
    'The comment that opens this block is not closed. End the spec with a line that holds only -->.',
  'chapter.unknownQuotation':
    'There is no quotation {id} in this study. Insert the quotation again, or take away the comments around this text.',
  'chapter.unopened': 'This line closes a block that was not opened. Take it away.',
  'code.mergeIntoItself':
    '“{code}” cannot be merged into “{into}”, which is the code itself or below it. Choose another code.',
  'code.moveIntoItself':
    '“{code}” cannot move under “{parent}”, which is below it. Move “{parent}” out of it first.',
  'code.nameEmpty': 'A code needs a name. Type at least one letter.',
  'code.nameTaken': 'There is a code named “{name}” already. Choose another name, or merge the two codes.',
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
  'command.failed':
    'Codeboom could not finish “{command}”: {reason}. Nothing was lost; Undo Coding takes back what was done.',
  'done.applyCodes': 'Applied {codes}',
  'done.deleteCodes': 'Deleted {names}',
  'done.deleteQuotations': 'Deleted {count} quotation(s)',
  'done.mergeCodes': 'Merged {from} into {into}',
  'done.moveCodes': 'Moved {count} code(s) {parent}',
  'done.newCode': 'Made the code “{code}”',
  'done.recode': 'Recoded {count} quotation(s)',
  'done.redone': 'Done again: {what}',
  'done.removeCode': 'Removed {codes}',
  'done.renameCode': 'Renamed a code to “{name}”',
  'done.setBoundaries': 'Moved the boundaries of a quotation',
  'done.setComment': 'Commented on a quotation',
  'done.star': 'Starred {count} quotation(s)',
  'done.undone': 'Undone: {what}',
  'done.unstar': 'Took the star off {count} quotation(s)',
  'done.updateCode': 'Changed the code “{code}”',
  'hover.comment': 'Comment',
  'hover.copy': 'Copy',
  'hover.delete': 'Delete',
  'hover.recode': 'Recode',
  'hover.star': 'Star',
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
  'picker.placeholder': 'Search codes; Space ticks more, Enter applies; a comment goes after //',
  'picker.recent': 'recent codes',
  'picker.recodeTitle': 'Codes of {count} quotation(s)',
  'picker.reveal': 'Show in the code tree',
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
  'quotation.noCodes': 'no codes',
  'redo.nothing': 'There is nothing to do again.',
  'sample.choose': 'Put the Sample Study Here',
  'sample.chooseTitle': 'Where Should the Copy of the Sample Study Go?',
  'study.cannotOpen':
    'The study in {folder} could not be opened: {reason}. Mend codeboom.json there, then reload the window.',
  'study.notFound': 'There is no codeboom.json in {folder} or above it. Choose New Study to make one there.',
  'table.ambiguousCode': 'There is more than one code named “{name}”. Use its id: {ids}.',
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
  'undo.conflicts':
    '{count} change(s) were left as they are, since somebody else changed the same quotation or code in the meantime.',
  'undo.nothing': 'There is nothing to undo.',
} as const satisfies Readonly<Record<string, string>>;

export type MessageKey = keyof typeof english;
