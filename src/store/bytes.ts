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

export function bytesOf(text: string): Uint8Array {
  return encoder.encode(text);
}

/** Tells the content of a file from any other content it had; not for use against someone who makes collisions. */
export type Fingerprint = string;

/** That there is no file has a fingerprint of its own. */
export const noFile: Fingerprint = '';

/**
 * The length and two independent 32-bit hashes over the words of a file. A cryptographic digest would take longer than
 * all the rest of opening a large study, and it would have to be awaited.
 */
export function fingerprintOf(bytes: Uint8Array | undefined): Fingerprint {
  if (!bytes) return noFile;
  const words = bytes.length >> 2;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let a = 0x9747b28c;
  let b = 0x165667b1;
  for (let index = 0; index < words; index++) {
    const word = view.getUint32(index << 2, true);
    a = Math.imul(a ^ word, 0x85ebca6b);
    a ^= a >>> 15;
    b = Math.imul(b + word, 0xc2b2ae35);
    b = (b << 13) | (b >>> 19);
  }
  for (let index = words << 2; index < bytes.length; index++) {
    a = Math.imul(a ^ (bytes[index] ?? 0), 0x85ebca6b);
    b = Math.imul(b + (bytes[index] ?? 0), 0xc2b2ae35);
  }
  return `${bytes.length}-${(a ^ (a >>> 16)) >>> 0}-${(b ^ (b >>> 16)) >>> 0}`;
}

/** Whether a write of the whole may have stopped after the part; there may not even be a file. */
export function isBeginning(part: Uint8Array | undefined, whole: Uint8Array): boolean {
  return !part || (part.length <= whole.length && part.every((byte, index) => byte === whole[index]));
}
