import { type Mapping, type RememberedColumns, rememberColumns } from '../../../roster/columns/mapping.ts';
import { keep, kept } from '../../platform/storage/keep.ts';

const KEY = 'mapping/columns';

/** The meanings chosen for columns, by header; contains nothing about any person. */
export function rememberedColumns(): RememberedColumns {
  return kept<RememberedColumns>(KEY) ?? {};
}

/** Remembers the user's choices, for this file and the next. */
export function rememberChoices(mapping: Mapping): void {
  keep(KEY, rememberColumns(rememberedColumns(), mapping));
}
