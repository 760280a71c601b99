import { foldName, type PlaceTown } from '../../facts/place.ts';
import { foldText } from '../cells/meaning.ts';
import type { RosterImport } from '../cells/roster-import.ts';

/** Texts that look like the same thing in another spelling, but were treated as different. */
export interface AlikeNote {
  readonly code: 'ids-alike' | 'places-alike';
  readonly params: Readonly<Record<string, string | number | readonly string[]>>;
}

type Teachers = RosterImport['teachers'];

const SHOWN = 3;

/**
 * People whose staff numbers differ only in how they are written (`007` and `7`, `a3` and `A3`, `A-3` and `A3`), and whose names do not
 * differ: the same person may be there twice, and paid twice.
 */
export function alikeIds(teachers: Teachers): AlikeNote[] {
  const first = new Map<string, { readonly id: string; readonly name: string }>();
  const pairs: string[] = [];
  for (const { record } of teachers) {
    const id = String(record.id);
    const name = foldText(String(record.name ?? ''));
    const key = foldText(id)
      .replace(/[-_./]/g, '')
      .replace(/^0+(?=.)/, '');
    const other = first.get(key);
    if (!other) first.set(key, { id, name });
    else if (other.name === '' || name === '' || other.name === name) pairs.push(`${other.id} / ${id}`);
  }
  return pairs.length === 0 ? [] : [{ code: 'ids-alike', params: { count: pairs.length, texts: pairs.slice(0, SHOWN) } }];
}

/**
 * Towns and villages that no list of the policy has as they are written, but has in another way: 良田 for 良田镇, 润丰 for 润丰村. They count as
 * other places, which decides what is paid.
 */
export function alikePlaces(teachers: Teachers, lists: readonly (readonly PlaceTown[])[]): AlikeNote[] {
  const towns = lists.flat();
  const odd = new Map<string, string>();
  let count = 0;
  for (const { record } of teachers) {
    const found = resembling(record.town, record.village, towns);
    if (found === null) continue;
    count++;
    odd.set(found.given, found.listed);
  }
  if (count === 0) return [];
  const texts = [...odd].slice(0, SHOWN).map(([given, listed]) => `${given} → ${listed}`);
  return [{ code: 'places-alike', params: { count, texts } }];
}

function resembling(town: unknown, village: unknown, towns: readonly PlaceTown[]): { given: string; listed: string } | null {
  if (typeof town !== 'string') return null;
  const exact = towns.filter((one) => foldName(one.town) === foldName(town));
  if (exact.length === 0) {
    const listed = towns.find((one) => resembles(town, one.town, TOWN));
    return listed ? { given: town, listed: listed.town } : null;
  }
  if (typeof village !== 'string') return null;
  const villages = exact.flatMap((one) => one.villages ?? []);
  if (exact.some((one) => !one.villages) || villages.some((one) => foldName(one) === foldName(village))) return null;
  const listed = villages.find((one) => resembles(village, one, VILLAGE));
  return listed ? { given: village, listed } : null;
}

const TOWN = /(?:镇|乡|街道|街道办|街道办事处|镇政府|乡政府)$/;
const VILLAGE = /(?:村|村委会|村民委员会|社区|村小学|小学|村小|教学点)$/;

/** Whether a name has in it what another one is called, without its kind: 银川市金凤区良田镇, 良 田, 丰登镇润丰村. */
function resembles(given: string, listed: string, kind: RegExp): boolean {
  const core = foldText(listed).replace(kind, '');
  return core.length >= 2 && foldText(given).includes(core);
}
