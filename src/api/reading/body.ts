import type { Context } from 'hono';
import { type EntryFaults, entryName } from '../../contract/wire/entries.ts';
import type { Issue } from '../../facts/issue.ts';
import { Problem } from './problem.ts';
import { countColons, parseStrict } from './strict-json.ts';

const KIB = 1024;
export const MOST_BYTES_ONE = 256 * KIB;
/** For a policy sent with the request: 512 Ki characters, of which most take one byte and Chinese ones three. */
export const MOST_BYTES_POLICY = 3 * 512 * KIB;
export const MOST_BYTES_MANY = 8 * KIB * KIB;
/** Enough for ten thousand teachers, and two hundred thousand payments of some hundred bytes each. */
export const MOST_BYTES_ARREARS = 32 * KIB * KIB;

export const JSON_TYPE = 'application/json';
export const NDJSON_TYPE = 'application/x-ndjson';

/**
 * The media type of the body.
 *
 * @throws Problem if it is not an accepted one, not in UTF-8, or compressed
 */
export function mediaTypeOf(c: Context, accepted: readonly string[]): string {
  const given = c.req.header('content-type');
  const encoding = c.req.header('content-encoding');
  if (given === JSON_TYPE && encoding === undefined && accepted.includes(given)) return given;
  const [type = '', ...parameters] = (given ?? '').split(';').map((part) => part.trim().toLowerCase());
  const charset = parameters
    .find((parameter) => parameter.startsWith('charset='))
    ?.slice('charset='.length)
    .replaceAll('"', '');
  const readable =
    (charset === undefined || charset === 'utf-8' || charset === 'utf8') && (encoding === undefined || encoding === 'identity');
  if (!accepted.includes(type) || !readable) throw new Problem('unsupported-media-type', { headers: { accept: accepted.join(', ') } });
  return type;
}

/** Parsed JSON, and what was lost in parsing: duplicate keys, excessive nesting. */
export interface Body {
  readonly value: unknown;
  readonly faults: readonly Issue[];
}

/**
 * Reads a JSON body with lists of entries. An entry that is too deep or has a duplicate key is faulty by itself and does not affect the
 * others.
 *
 * @param lists the names of the lists under the root
 * @throws Problem as {@link readJson}
 */
export async function readEntries(c: Context, mostBytes: number, lists: readonly string[]): Promise<Entries> {
  return parseEntries(await readBytes(c, mostBytes), lists);
}

/** A body with lists of entries, and the faults in the text of some entries. */
export type Entries = Body & { readonly lost: EntryFaults };

/** The same for bytes already read. @throws Problem if they are not UTF-8, or not JSON */
export function parseEntries(bytes: Uint8Array, lists: readonly string[]): Entries {
  const { value, faults } = parseBody(bytes);
  const lost = new Map<string, Issue[]>();
  const others: Issue[] = [];
  for (const issue of faults) {
    const [list, index] = issue.path;
    if (!lists.includes(String(list)) || typeof index !== 'number') {
      others.push(issue);
      continue;
    }
    const entry = entryName(String(list), index);
    const found = lost.get(entry);
    if (found) found.push(issue);
    else lost.set(entry, [issue]);
  }
  return { value, faults: others, lost };
}

/**
 * Reads a JSON body.
 *
 * @param mostBytes the limit; a larger body is not read to its end
 * @throws Problem if it is too large, not UTF-8, or not JSON
 */
export async function readJson(c: Context, mostBytes: number): Promise<Body> {
  return parseBody(await readBytes(c, mostBytes));
}

function parseBody(bytes: Uint8Array): Body {
  let text: string;
  try {
    text = STRICT_UTF8.decode(bytes);
  } catch {
    throw new Problem('malformed-json');
  }
  const json = parseStrict(text, countColons(bytes));
  if ('malformed' in json) throw new Problem('malformed-json');
  // A value with too many members is not searched.
  if (json.issues.some(({ code }) => code === 'too-many')) throw new Problem('invalid-request', { issues: json.issues });
  return { value: json.value, faults: json.issues };
}

const STRICT_UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false });

/**
 * The next bytes of a body; `null` at its end.
 *
 * @throws Problem if the body is cut off, which is the client's or the network's fault, not ours
 */
export async function readChunk(reader: ReadableStreamDefaultReader<Uint8Array> | undefined): Promise<Uint8Array | null> {
  try {
    return (await reader?.read())?.value ?? null;
  } catch {
    throw new Problem('malformed-json');
  }
}

/** Reads a body. @throws Problem if it is larger than its limit */
export function readBytes(c: Context, mostBytes: number): Promise<Uint8Array> {
  const length = c.req.header('content-length');
  if (Number(length ?? 0) > mostBytes) throw new Problem('payload-too-large');
  // A length beside `Transfer-Encoding: chunked` means nothing.
  const isTold = length !== undefined && c.req.header('transfer-encoding') === undefined;
  return isTold ? readWhole(c, mostBytes) : readPieces(c, mostBytes);
}

/** Reads a body of declared length; HTTP delivers no more than that. */
async function readWhole(c: Context, mostBytes: number): Promise<Uint8Array> {
  let bytes: ArrayBuffer;
  try {
    bytes = await c.req.raw.arrayBuffer();
  } catch {
    throw new Problem('malformed-json');
  }
  if (bytes.byteLength > mostBytes) throw new Problem('payload-too-large');
  return new Uint8Array(bytes);
}

/** Reads a body of unknown length; one that is too large is not read to its end. */
async function readPieces(c: Context, mostBytes: number): Promise<Uint8Array> {
  const reader = c.req.raw.body?.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const chunk = await readChunk(reader);
    if (chunk === null) break;
    size += chunk.byteLength;
    if (size > mostBytes) {
      await reader?.cancel();
      throw new Problem('payload-too-large');
    }
    chunks.push(chunk);
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.byteLength;
  }
  return bytes;
}
