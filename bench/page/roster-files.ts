import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type FileOfRows, rosterOf, workbookOf } from '../../tests/browser/fixtures/roster.ts';
import type { FileFormat } from './results.ts';

/** A made-up roster on the disk, where the browser fetches it itself. */
export interface RosterFile {
  readonly people: number;
  readonly format: FileFormat;
  readonly path: string;
  readonly bytes: number;
}

const MAKE: Record<FileFormat, (people: number) => FileOfRows> = { csv: rosterOf, xlsx: workbookOf };

/** Writes rosters of these sizes, each as CSV and as Excel, into a folder that {@link RosterFiles.remove} takes away. */
export function writeRosterFiles(sizes: readonly number[]): RosterFiles {
  const folder = mkdtempSync(join(tmpdir(), 'jintie-bench-'));
  const files = sizes.flatMap((people) =>
    (['csv', 'xlsx'] as const).map((format): RosterFile => {
      const { name, buffer } = MAKE[format](people);
      const path = join(folder, name);
      writeFileSync(path, buffer);
      return { people, format, path, bytes: buffer.length };
    }),
  );
  return { files, remove: () => rmSync(folder, { recursive: true }) };
}

export interface RosterFiles {
  readonly files: readonly RosterFile[];
  remove(): void;
}
