import { type Mapping, type RememberedColumns, rememberColumns } from '../../../roster/columns/mapping.ts';
import { keep, kept } from '../../platform/storage/keep.ts';

const KEY = 'mapping/columns';

/** What columns were chosen to mean, by header; it says nothing of any person. */
export function rememberedColumns(): RememberedColumns {
  return kept<RememberedColumns>(KEY) ?? {};
}

/** Remembers what a person chose, for this file and the next. */
export function rememberChoices(mapping: Mapping): void {
  keep(KEY, rememberColumns(rememberedColumns(), mapping));
}
