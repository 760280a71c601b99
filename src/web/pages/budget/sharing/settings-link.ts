import { deflateSync, inflateSync } from 'fflate';
import { type LinkedSettings, linkedSettings } from '../../../compute/protocol/linked-settings.ts';
import { SETTINGS_FRAGMENT } from './link-fragment.ts';

/** The version of the format; a later program may use another. */
const VERSION = '1.';

/** Real settings are never longer. */
const MOST_CHARACTERS = 100_000;
const MOST_BYTES = 1_000_000;

/** The fault of a link: it was truncated or altered, or made by a later program. */
export type LinkFault = 'broken' | 'later';

/** Encodes settings as the fragment of an address, which browsers do not send to servers. */
export function writeFragment(settings: LinkedSettings): string {
  const bytes = new TextEncoder().encode(JSON.stringify(settings));
  let binary = '';
  for (const byte of deflateSync(bytes)) binary += String.fromCharCode(byte);
  return `${SETTINGS_FRAGMENT}${VERSION}${btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')}`;
}

/** The settings of a fragment, or its fault. */
export function readFragment(fragment: string): LinkedSettings | LinkFault {
  const text = fragment.slice(SETTINGS_FRAGMENT.length);
  if (!text.startsWith(VERSION)) return /^\d+\./.test(text) ? 'later' : 'broken';
  if (text.length > MOST_CHARACTERS) return 'broken';
  try {
    const binary = atob(text.slice(VERSION.length).replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    // A few bytes can decompress to very many, so the output is limited to what settings can need.
    const unpacked = inflateSync(bytes, { out: new Uint8Array(MOST_BYTES) });
    const json = new TextDecoder('utf-8', { fatal: true }).decode(unpacked);
    const read = linkedSettings.safeParse(JSON.parse(json));
    return read.success ? read.data : 'broken';
  } catch {
    return 'broken';
  }
}
