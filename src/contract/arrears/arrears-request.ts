import * as z from 'zod';
import { type Period, wholeYear } from '../../calendar/period.ts';
import type { RunSettings } from '../../engine/plan.ts';
import { absentOr, type Issue } from '../../facts/issue.ts';
import type { Policy } from '../../policy/policy.ts';
import { allowancesOf } from '../../policy/succession.ts';
import { entryList } from '../wire/entries.ts';
import { policyOfRun } from '../wire/run-facts.ts';
import { type Read, rawRecord, rawSettings, readSettings, settingsShape } from '../wire/settings.ts';
import { readSpan, readSpanRequest, spanShape } from '../wire/span.ts';
import { MOST_PAYMENTS, type Payments, readPayments } from './payments.ts';

const error = absentOr();

/** A request for arrears. What was paid is either given or computed by the rules known then. */
export const arrearsRequest = z.strictObject(
  {
    ...spanShape,
    teachers: entryList('Teachers with the facts known now, each checked by itself.'),
    known: z
      .strictObject(
        {
          policy: z.string({ error }).nullish().meta({ description: 'The id of another policy; this one where it is not given.' }),
          readings: settingsShape.readings,
          parameters: settingsShape.parameters,
          payScales: settingsShape.payScales.meta({
            description: 'The pay scales known then; those of the request where it is not given.',
          }),
          places: settingsShape.places,
        },
        { error },
      )
      .nullish()
      .meta({
        description:
          'The rules by which was paid; readings, parameters and places that they do not set are as that policy says. Give `known` or `paid`.',
      }),
    paid: entryList('What was paid; several of one teacher, allowance and month are added up.', MOST_PAYMENTS).nullish(),
  },
  { error },
);

/** A request about arrears that has been read; its teachers are checked when they are computed. */
export interface ArrearsOrder {
  /** For a period, the settings of its first year. */
  readonly settings: RunSettings;
  readonly period: Period | null;
  readonly teachers: readonly unknown[];
  /** What was paid, or the rules by which it was. */
  readonly before: { readonly payments: Payments } | { readonly policy: Policy; readonly settings: RunSettings };
}

/**
 * Reads a request about arrears.
 *
 * @param policies those that it may name as known then
 * @param people any number of teachers who come before those of the body
 */
export function readArrearsRequest(
  policy: Policy,
  body: unknown,
  policies: ReadonlyMap<string, Policy>,
  people: readonly unknown[] = [],
): Read<ArrearsOrder> {
  const read = readSpanRequest(policy, arrearsRequest, body);
  const { known, paid, teachers } = Object(body) as Record<string, unknown>;
  const { span } = readSpan(body);
  const issues: Issue[] = [...read.issues];
  const before = readKnown(policy, body, policies);
  issues.push(...before.issues);
  const payments = readPayments(Array.isArray(paid) ? paid : [], {
    period: span && (span.period ?? wholeYear(span.year)),
    teachers: Array.isArray(teachers) ? [...people, ...teachers] : null,
    allowances: [...new Set(allowancesOf(policy).map(([id]) => id))],
  });
  issues.push(...payments.issues);
  const [hasKnown, hasPaid] = [known !== undefined && known !== null, paid !== undefined && paid !== null];
  const isMapping = typeof body === 'object' && body !== null && !Array.isArray(body);
  if (isMapping && hasKnown && hasPaid) issues.push({ path: ['paid'], code: 'not-together', params: { names: ['known', 'paid'] } });
  if (isMapping && !hasKnown && !hasPaid) issues.push({ path: ['known'], code: 'required', params: { either: ['known', 'paid'] } });
  if (read.value === null || before.value === null || payments.value === null || issues.length > 0) return { value: null, issues };
  const { request, settings, period } = read.value;
  const payScales = request.known?.payScales ?? settings.payScales;
  const { year, asIfInForce, facts } = settings;
  const shared = { ...(payScales && { payScales }), ...(asIfInForce && { asIfInForce }), ...(facts && { facts }) };
  const then = { ...before.value.settings, year, ...shared };
  const rules = { policy: before.value.policy, settings: then };
  const all = [...people, ...request.teachers];
  return { value: { settings, period, teachers: all, before: hasPaid ? { payments: payments.value } : rules }, issues: [] };
}

/** The rules known then, in a body that may have other faults. */
function readKnown(
  policy: Policy,
  body: unknown,
  policies: ReadonlyMap<string, Policy>,
): Read<{ policy: Policy; settings: Omit<RunSettings, 'year'> }> {
  const raw = rawRecord(body, 'known');
  const id = raw.policy ?? null;
  const other = typeof id === 'string' ? policies.get(id) : policy;
  const then = other && policyOfRun(other, body);
  if (!then)
    return { value: null, issues: [{ path: ['known', 'policy'], code: 'unknown-value', params: { allowed: [...policies.keys()] } }] };
  const read = readSettings(then, rawSettings(raw));
  if (read.value !== null) return { value: { policy: then, settings: read.value }, issues: [] };
  return { value: null, issues: read.issues.map((issue) => ({ ...issue, path: ['known', ...issue.path] })) };
}
