import { teacherSchema } from '../../facts/teacher-schema.ts';
import type { Policy } from '../../policy/policy.ts';
import { decodeText, UndecodableTextError } from '../../roster/decode.ts';
import type { RosterReading } from '../../roster/reading.ts';
import { readCsvRoster } from '../../roster/roster.ts';

/** Reads the file of a roster; `undecodable` where it is no text. */
export function readRosterFile(bytes: ArrayBuffer, { dictionary, document }: Policy): RosterReading | 'undecodable' {
  try {
    return readCsvRoster(decodeText(new Uint8Array(bytes)), dictionary, teacherSchema(dictionary, document.requires));
  } catch (error) {
    if (error instanceof UndecodableTextError) return 'undecodable';
    throw error;
  }
}
