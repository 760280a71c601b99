import { type SharedSettings, sharedSettings } from '../shared-settings.ts';
import { SETTINGS_FRAGMENT } from './link-fragment.ts';

/** How settings are written; a later program may write them otherwise. */
const VERSION = '1.';

/** Longer ones are nobody's settings. */
const MOST_CHARACTERS = 100_000;
const MOST_BYTES = 1_000_000;

/** What is wrong with a link: it was cut or changed, or it was made by a later program. */
export type LinkFault = 'broken' | 'later';

/** Settings as the fragment of an address, which browsers do not send to servers. */
export async function writeFragment(settings: SharedSettings): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(settings));
  const packed = await new Response(streamOf(bytes).pipeThrough(new CompressionStream('deflate-raw'))).arrayBuffer();
  let binary = '';
  for (const byte of new Uint8Array(packed)) binary += String.fromCharCode(byte);
  return `${SETTINGS_FRAGMENT}${VERSION}${btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')}`;
}

/** The settings of a fragment, or what is wrong with it. */
export async function readFragment(fragment: string): Promise<SharedSettings | LinkFault> {
  const text = fragment.slice(SETTINGS_FRAGMENT.length);
  if (!text.startsWith(VERSION)) return /^\d+\./.test(text) ? 'later' : 'broken';
  if (text.length > MOST_CHARACTERS) return 'broken';
  try {
    const binary = atob(text.slice(VERSION.length).replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    const json = await readAll(streamOf(bytes).pipeThrough(new DecompressionStream('deflate-raw')));
    const read = sharedSettings.safeParse(JSON.parse(json));
    return read.success ? read.data : 'broken';
  } catch {
    return 'broken';
  }
}

function streamOf(bytes: Uint8Array<ArrayBuffer>): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new Blob([bytes]).stream();
}

/** A few bytes can unpack to very many: no more than settings can need are taken. */
async function readAll(stream: ReadableStream<Uint8Array<ArrayBuffer>>): Promise<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const reader = stream.getReader();
  let text = '';
  let size = 0;
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
    size += chunk.value.byteLength;
    if (size > MOST_BYTES) {
      await reader.cancel();
      throw new RangeError('more than settings can need');
    }
    text += decoder.decode(chunk.value, { stream: true });
  }
  return text + decoder.decode();
}
