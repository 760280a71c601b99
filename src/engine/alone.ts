import { formatMonth, january } from '../calendar/month.ts';
import { ALL_MONTHS, listMonths, NO_MONTHS } from '../calendar/month-set.ts';
import { type FactValue, factOf } from '../facts/dictionary.ts';
import type { Fen } from '../money/fen.ts';
import { type MissingInput, NOTHING } from '../words/grammar/word.ts';
import { dueIn } from './entitle.ts';
import type { Cap, Stack } from './groups.ts';
import type { Item } from './item.ts';
import type { CompiledAllowance, Plan, Version } from './plan.ts';
import { roundsOf } from './rounds.ts';

/** For the facts of a person, an amount in fen, `null` where nothing is due or something is missing; and what is missing. */
type Price = (facts: readonly FactValue[]) => { readonly amountFen: Fen | null; readonly missing: readonly MissingInput[] };

/** The amount of one allowance by {@link priceAlone}, under every option of readings that are not chosen: usually one. */
export function pricesAlone(plan: Plan, allowance: CompiledAllowance): Price[] {
  const part = plan.parts.find(({ allowances }) => allowances.has(allowance.id));
  if (!part) return [priceAlone(plan, allowance)];
  return part.options.flatMap((option) => {
    const own = option.plan.allowances.find(({ index }) => index === allowance.index);
    return own ? [priceAlone(option.plan, own)] : [];
  });
}

/**
 * Prepares the amount of one allowance on its own for a person who is employed all year: nothing outranks it, the whole of every cap is
 * available to it, and it counts in every month in which a policy is in force; what it rests on is paid as usual, if the date of a sum is
 * known. Of sums at a date, the first falls in the first of its months.
 *
 * @returns for the facts of a person, in the order of the policy's dictionary: the amount in fen, `null` where nothing is due or something
 *   is missing; and what is missing
 * @throws AmountTooLargeError where an amount is too large to be exact
 */
function priceAlone(plan: Plan, allowance: CompiledAllowance): Price {
  const { rhythm, months } = allowance;
  const version = plan.versions.find(({ allowances }) => allowances.includes(allowance)) as Version;
  const at = version.allowances.indexOf(allowance);
  const ruled = version.ruled & allowance.window;
  const payable = months.set & ruled;
  // Where no month pays, those who would be paid are due 0.
  const isIdle = payable === NO_MONTHS;
  const inForce = isIdle ? ALL_MONTHS : ruled;
  const alone: CompiledAllowance = {
    ...allowance,
    index: 0,
    row: 0,
    counted: inForce,
    ...(isIdle && { months: EVERY, window: ALL_MONTHS, amount: NOTHING }),
  };
  const behind = [...behindOf(at, version)];
  const others = behind.map((other, index): CompiledAllowance => {
    return { ...(version.allowances[other] as CompiledAllowance), index: index + 1, row: index + 1 };
  });
  const allowances = [alone, ...others];
  const places = [at, ...behind];
  const placed = <G extends Stack | Cap>(group: G): G => {
    return { ...group, members: group.members.flatMap((member) => (places.includes(member) ? [places.indexOf(member)] : [])) };
  };
  // What it rests on is paid as usual; nothing outranks it itself.
  const stacks = version.stacks.filter(({ members }) => !members.includes(at)).map(placed);
  const caps = version.caps.map(placed).filter(({ members }) => members.length > 0);
  const rounds = roundsOf(allowances, stacks, caps);
  const only: Version = { ...version, inForce, ruled: inForce, allowances, stacks, caps, rounds };
  const by: Plan = { ...plan, versions: [only], allowances, rows: allowances, parts: [] };
  const [month = 0] = listMonths(payable);
  const date = rhythm.kind === 'dated' ? `${formatMonth(january(plan.settings.year - rhythm.after) + month)}-01` : null;
  const granted = rhythm.kind === 'dated' ? factOf(plan.policy.dictionary, rhythm.fact).index : -1;
  return (facts) => {
    const base = granted < 0 ? facts : facts.with(granted, date);
    const [item] = dueIn(by, { base, changes: [] }).items as [Item];
    const missing = item.missing.map(({ input }) => input);
    return { amountFen: item.paidStretches && missing.length === 0 ? item.amountFen : null, missing };
  };
}

/** The places of the allowances whose payments an allowance rests on, directly or through others. */
function behindOf(at: number, version: Pick<Version, 'allowances'>, found = new Set<number>()): Set<number> {
  for (const { allowance } of version.allowances[at]?.amount.items ?? []) {
    const other = version.allowances.findIndex(({ id }) => id === allowance);
    if (found.has(other)) continue;
    found.add(other);
    behindOf(other, version, found);
  }
  return found;
}

const EVERY = { set: ALL_MONTHS, atMost: 12 };
