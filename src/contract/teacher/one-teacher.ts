import { FIRST_YEAR, LAST_YEAR } from '../../calendar/month.ts';
import type { Period } from '../../calendar/period.ts';
import type { RunSettings } from '../../engine/plan.ts';
import { encodeTeacher, type Teacher } from '../../facts/teacher.ts';
import type { Policy } from '../../policy/policy.ts';
import { type Read, readSettings } from '../wire/settings.ts';
import { readEntitlementOrder } from './entitlement.ts';
import { readTeacher } from './read-teacher.ts';

/** A request for one teacher, ready to be computed. */
export interface OneTeacher {
  readonly id: string;
  readonly teacher: Teacher;
  /** For a period, the settings of its first year. */
  readonly settings: RunSettings;
  readonly period: Period | null;
}

/** Reads a request for one teacher as {@link readEntitlementOrder} does, but skips the schema for plain, valid requests. */
export function readOneTeacher(policy: Policy, body: unknown): Read<OneTeacher> {
  const plain = readPlain(policy, body);
  if (plain) return { value: plain, issues: [] };
  const read = readEntitlementOrder(policy, body);
  if (read.value === null) return read;
  const { teacher, settings, period } = read.value;
  return { value: { id: teacher.id as string, teacher: encodeTeacher(policy.dictionary, teacher), settings, period }, issues: [] };
}

/** A request with only a year, a teacher, readings and parameters, all of them valid; otherwise `null`. */
function readPlain(policy: Policy, body: unknown): OneTeacher | null {
  if (!isRecord(body)) return null;
  for (const key in body) if (!PLAIN.has(key)) return null;
  const { year, readings, parameters } = body;
  if (!Number.isInteger(year) || (year as number) < FIRST_YEAR || (year as number) > LAST_YEAR) return null;
  if (!isRecordOrNothing(readings) || !isRecordOrNothing(parameters)) return null;
  const settings = readSettings(policy, { readings, parameters });
  if (settings.value === null) return null;
  const read = readTeacher(policy, body.teacher);
  if ('issues' in read) return null;
  return { id: read.id, teacher: read.teacher, settings: { year: year as number, ...settings.value }, period: null };
}

const PLAIN = new Set(['year', 'teacher', 'readings', 'parameters']);

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isRecordOrNothing(value: unknown): value is Record<string, unknown> | null | undefined {
  return value === undefined || value === null || isRecord(value);
}
