import type { MappingHints } from '../../src/roster/columns/suggest.ts';
import { type RosterFile, readRosterFile } from '../../src/roster/files/roster-file.ts';
import { finish } from '../../src/roster/sheet/progress.ts';
import { isRefusal } from '../../src/roster/sheet/refusal.ts';
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
