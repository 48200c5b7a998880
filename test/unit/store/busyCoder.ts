import { setComment } from '../../../src/core/study/coding.ts';
import { Desk } from './folder.ts';

/** A process that saves without end; the test kills it. */
const desk = await Desk.at(process.argv[2] ?? '');
process.stdout.write('open\n');
for (let count = 0; ; count++) {
  const [quotation] = desk.quotations();
  if (quotation) await desk.do(setComment(quotation, `comment ${count} `.repeat(2000), desk.author));
}
