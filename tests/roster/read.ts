import { finish } from '../../src/roster/progress.ts';
import { isRefusal } from '../../src/roster/refusal.ts';
import { type RosterFile, readRosterFile } from '../../src/roster/roster-file.ts';
import type { MappingHints } from '../../src/roster/suggest.ts';
import { dictionary, schema } from './dictionary.ts';

/** Reads a roster file as a whole, taking every suggestion. Fails where it is refused. */
export function readFile(bytes: Uint8Array, hints: MappingHints = {}): RosterFile {
  const file = finish(readRosterFile(bytes, dictionary, schema, hints));
  if (isRefusal(file)) throw new Error(`refused: ${file.refused}`);
  return file;
}

/** The same of the text of a CSV file. */
export function readText(text: string): RosterFile {
  return readFile(new TextEncoder().encode(text));
}
