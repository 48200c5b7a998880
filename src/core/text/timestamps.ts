/** Hours optional, fraction optional: `0:21`, `00:00:12`, `01:02:03.5`, `00:00:12-5`. */
export const timePattern = String.raw`\d{1,3}:\d{2}(?::\d{2})?(?:[.,-]\d{1,3})?`;

/** A time as transcribers mark it: `[hh:mm:ss]`, `(mm:ss)`, `#hh:mm:ss-d#`. */
export const timestampPattern = String.raw`(?:\[${timePattern}\]|\(${timePattern}\)|#${timePattern}#)`;

/** The time of a caption: `[00:43.810 --> 00:47.850]`, with or without brackets. */
export const cuePattern = String.raw`\[?${timePattern} --> ${timePattern}\]?`;

/** The time inside a timestamp, as written. */
export function timeIn(timestamp: string): string {
  return timestamp.replace(/^[[(#]|[\])#]$/g, '');
}
