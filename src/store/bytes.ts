const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const encoder = new TextEncoder();

/** The text of UTF-8 bytes, byte order mark included; undefined when they are not UTF-8. */
export function textOf(bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
}

const lineEnd = 10;

/**
 * The text of UTF-8 bytes in pieces of at least some kilobytes, cut after line ends; undefined when they are not UTF-8.
 */
export function piecesOf(bytes: Uint8Array, atLeast = 16_384): readonly string[] | undefined {
  const pieces: string[] = [];
  for (let from = 0; from < bytes.length; ) {
    const cut = bytes.indexOf(lineEnd, from + atLeast) + 1;
    const to = cut > 0 && bytes.length - cut >= atLeast ? cut : bytes.length;
    const piece = textOf(bytes.subarray(from, to));
    if (piece === undefined) return undefined;
    pieces.push(piece);
    from = to;
  }
  return pieces;
}

export function bytesOf(text: string): Uint8Array {
  return encoder.encode(text);
}

/** Tells the content of a file from any other content it had; not for use against someone who makes collisions. */
export type Fingerprint = string;

/** That there is no file has a fingerprint of its own. */
export const noFile: Fingerprint = '';

/**
 * The length and four independent 32-bit hashes: two over the even words of a file, two over the odd ones, which a processor
 * works out side by side. A cryptographic digest would take longer than all the rest of opening a large study, and it would
 * have to be awaited.
 */
export function fingerprintOf(bytes: Uint8Array | undefined): Fingerprint {
  if (!bytes) return noFile;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const paired = bytes.length & ~7;
  let a = 0x9747b28c;
  let b = 0x165667b1;
  let c = 0x27d4eb2f;
  let d = 0x2545f491;
  for (let at = 0; at < paired; at += 8) {
    const even = view.getUint32(at, true);
    const odd = view.getUint32(at + 4, true);
    a = Math.imul(a ^ even, 0x85ebca6b);
    a ^= a >>> 15;
    b = Math.imul(b + even, 0xc2b2ae35);
    b = (b << 13) | (b >>> 19);
    c = Math.imul(c ^ odd, 0x85ebca6b);
    c ^= c >>> 15;
    d = Math.imul(d + odd, 0xc2b2ae35);
    d = (d << 13) | (d >>> 19);
  }
  for (let at = paired; at < bytes.length; at++) {
    a = Math.imul(a ^ (bytes[at] ?? 0), 0x85ebca6b);
    b = Math.imul(b + (bytes[at] ?? 0), 0xc2b2ae35);
  }
  const hashes = [a, b, c, d].map((hash) => (hash ^ (hash >>> 16)) >>> 0);
  return [bytes.length, ...hashes].join('-');
}

/** Whether a write of the whole may have stopped after the part; there may not even be a file. */
export function isBeginning(part: Uint8Array | undefined, whole: Uint8Array): boolean {
  return !part || (part.length <= whole.length && part.every((byte, index) => byte === whole[index]));
}
