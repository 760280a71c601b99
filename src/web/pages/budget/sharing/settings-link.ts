import { deflateSync, inflateSync } from 'fflate';
import { type LinkedSettings, linkedSettings } from '../../../compute/protocol/linked-settings.ts';
import { SETTINGS_FRAGMENT } from './link-fragment.ts';

/** How settings are written; a later program may write them otherwise. */
const VERSION = '1.';

/** Longer ones are nobody's settings. */
const MOST_CHARACTERS = 100_000;
const MOST_BYTES = 1_000_000;

/** What is wrong with a link: it was cut or changed, or it was made by a later program. */
export type LinkFault = 'broken' | 'later';

/** Settings as the fragment of an address, which browsers do not send to servers. */
export function writeFragment(settings: LinkedSettings): string {
  const bytes = new TextEncoder().encode(JSON.stringify(settings));
  let binary = '';
  for (const byte of deflateSync(bytes)) binary += String.fromCharCode(byte);
  return `${SETTINGS_FRAGMENT}${VERSION}${btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')}`;
}

/** The settings of a fragment, or what is wrong with it. */
export function readFragment(fragment: string): LinkedSettings | LinkFault {
  const text = fragment.slice(SETTINGS_FRAGMENT.length);
  if (!text.startsWith(VERSION)) return /^\d+\./.test(text) ? 'later' : 'broken';
  if (text.length > MOST_CHARACTERS) return 'broken';
  try {
    const binary = atob(text.slice(VERSION.length).replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    // A few bytes can unpack to very many: there is room for no more than settings can need.
    const unpacked = inflateSync(bytes, { out: new Uint8Array(MOST_BYTES) });
    const json = new TextDecoder('utf-8', { fatal: true }).decode(unpacked);
    const read = linkedSettings.safeParse(JSON.parse(json));
    return read.success ? read.data : 'broken';
  } catch {
    return 'broken';
  }
}
