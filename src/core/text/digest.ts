import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { derived } from '../study/derived.ts';
import type { TextDigest } from '../study/model.ts';
import type { Transcript } from './transcript.ts';

/** Length in UTF-16 code units and SHA-256 of a transcript, as its sidecars record them. */
export const digestOf = derived(
  ({ text }: Transcript): TextDigest => ({ length: text.length, sha256: sha256Hex(text) }),
);

/** SHA-256 of the UTF-8 bytes of a text, in lower-case hexadecimal. */
export function sha256Hex(text: string): string {
  return bytesToHex(sha256(utf8(text)));
}

/** UTF-8 without a host's encoder, which core does not have. Half a surrogate pair becomes U+FFFD, as everywhere. */
function utf8(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 3);
  let at = 0;
  for (let index = 0; index < text.length; index++) {
    let point = text.charCodeAt(index);
    if (point < 0x80) {
      bytes[at++] = point;
      continue;
    }
    if (point < 0x800) {
      bytes[at++] = 0xc0 | (point >> 6);
      bytes[at++] = 0x80 | (point & 0x3f);
      continue;
    }
    if (point >= 0xd800 && point <= 0xdfff) {
      point = text.codePointAt(index) ?? 0xfffd;
      if (point <= 0xffff) point = 0xfffd;
      else index++;
    }
    if (point > 0xffff) {
      bytes[at++] = 0xf0 | (point >> 18);
      bytes[at++] = 0x80 | ((point >> 12) & 0x3f);
    } else {
      bytes[at++] = 0xe0 | (point >> 12);
    }
    bytes[at++] = 0x80 | ((point >> 6) & 0x3f);
    bytes[at++] = 0x80 | (point & 0x3f);
  }
  return bytes.subarray(0, at);
}
