import { deflateSync, Inflate, strFromU8, strToU8 } from 'fflate';
import { asTyped } from '../domain/as-typed.ts';
import { fromBase64Url, toBase64Url } from './base64url.ts';
import { hash, recordSchema, type RunRecord } from './record.ts';

const VERSION = 1;
const MOST_CHARACTERS = 65_536; // of a link
const MOST_BYTES = 1 << 20; // of a record, unpacked
const MOST_MESSAGE = 200; // characters of what may name a key that somebody made up
const PIECE = 512; // bytes unpacked at a time, so that a bomb is stopped early

const linkSchema = recordSchema.extend({ finalHash: hash });

/** A run as the payload of an address: a version byte and the deflated record with its final hash, in base64url. */
export function encodeLink(record: RunRecord, finalHash: string): string {
  const packed = deflateSync(strToU8(JSON.stringify({ ...record, finalHash })), { level: 9 });
  const bytes = new Uint8Array(packed.length + 1);
  bytes[0] = VERSION;
  bytes.set(packed, 1);
  return toBase64Url(bytes);
}

export type Decoded =
  { readonly ok: true; readonly record: RunRecord; readonly finalHash: string } | { readonly ok: false; readonly reason: string };

const no = (reason: string): Decoded => ({ ok: false, reason });

function inflate(bytes: Uint8Array): Uint8Array | null {
  const chunks: Uint8Array[] = [];
  let size = 0;
  let ended = false;
  const stream = new Inflate((chunk, final) => {
    chunks.push(chunk);
    size += chunk.length;
    ended ||= final;
  });
  for (let at = 0; at < bytes.length; at += PIECE) {
    stream.push(bytes.subarray(at, at + PIECE), at + PIECE >= bytes.length);
    if (size > MOST_BYTES) return null;
  }
  if (!ended) throw new RangeError('the packed record ends too early');
  const whole = new Uint8Array(size);
  let to = 0;
  for (const chunk of chunks) {
    whole.set(chunk, to);
    to += chunk.length;
  }
  return whole;
}

/** Whether a packed text needs its last byte: inflating stops at its end, and would not see what follows. */
function endsThere(bytes: Uint8Array): boolean {
  try {
    inflate(bytes.subarray(0, -1));
    return false;
  } catch {
    return true;
  }
}

/** Reads a link's payload from anyone: every fault is one sentence, never an exception. */
export function decodeLink(text: string): Decoded {
  if (text.length === 0) return no('it is empty');
  if (text.length > MOST_CHARACTERS) return no(`it has ${text.length} characters; a link has at most ${MOST_CHARACTERS}`);
  const bytes = fromBase64Url(text);
  if (bytes === null) return no('it holds characters that a link does not have, or is cut off');
  if (bytes[0] !== VERSION) return no('it is no link of this game');
  let data: unknown;
  try {
    const plain = inflate(bytes.subarray(1));
    if (plain === null) return no(`it unpacks to more than ${MOST_BYTES} bytes`);
    data = JSON.parse(strFromU8(plain));
  } catch {
    return no('its packed part is damaged or cut off');
  }
  if (!endsThere(bytes.subarray(1))) return no('more follows after its end');
  const checked = linkSchema.safeParse(data);
  if (!checked.success) {
    const issue = checked.error.issues[0]!;
    return no(`its record is not valid at "${asTyped(issue.path.join('.'))}": ${asTyped(issue.message, MOST_MESSAGE)}`);
  }
  const { finalHash, ...record } = checked.data;
  const late = record.log.findIndex((entry, i) => i > 0 && entry.tick < record.log[i - 1]!.tick);
  if (late >= 0) return no(`its log goes back in time at entry ${late}`);
  return { ok: true, record, finalHash };
}
