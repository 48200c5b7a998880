/** Text as XML 1.0 can hold it: without control characters, and without halves of a character. */
export function forXml(text: string): string {
  return text.replace(/[^\P{Cc}\t\n\r\u0080-\u009f]|[\uFFFE\uFFFF]|\p{Surrogate}/gu, '');
}
