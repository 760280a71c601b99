import { january } from '../calendar/month.ts';
import { factOf } from '../facts/dictionary.ts';
import type { Teacher } from '../facts/teacher.ts';
import { employmentOf } from '../facts/timeline.ts';
import { FAILS, type FactRow, NOT_KNOWN } from '../words/grammar/word.ts';
import { firstYear } from './claim-paid.ts';
import { isOnLeaving, occasionOf } from './claims.ts';
import type { CompiledClaim } from './compiled-claim.ts';
import { type Asked, askFor, type Look, lookerOf } from './look.ts';
import { planIn } from './other-years.ts';
import type { CompiledAllowance, Plan, Version } from './plan.ts';
import { type JudgedYear, yearUnder } from './year.ts';

/** Asks for what an allowance reads in a year. */
type AskForYear = (allowance: CompiledAllowance, version: Version, year: JudgedYear, plan: Plan) => void;

/**
 * Asks for the facts that can change what a teacher owes in the year of a plan: the dates of claims, what their conditions and amounts read, and
 * what decides how much was paid in earlier years.
 *
 * @param asked receives them
 * @returns whether the dates of employment can change it
 */
export function claimQuestions(plan: Plan, teacher: Teacher, asked: Asked, askForYear: AskForYear): boolean {
  let matters = false;
  for (const version of plan.claiming) {
    const year = yearUnder(version, plan.settings.year, teacher);
    for (const claim of version.claims) {
      const look = lookerOf(plan, version, claim.takesBack, asked);
      const ask = (fact: string) => {
        if (year.base[factOf(claim.policy.dictionary, fact).index] === null) askFor(fact, claim.takesBack, asked);
      };
      const { leaves } = employmentOf(plan.policy.dictionary, plan.settings.year, teacher);
      if (isOnLeaving(claim)) matters ||= leaves === null;
      const occasion = occasionOf(claim, plan, year);
      if (!isOnLeaving(claim)) ask(claim.node.at);
      if (occasion === null) {
        if (isInYear(claim, plan, year)) askService(claim, ask);
        continue;
      }
      matters = true;
      if (!('date' in occasion)) {
        for (let month = 0; month < 12; month++) judge(claim, year.monthAt(month), look);
        continue;
      }
      askService(claim, ask);
      const row = year.monthAt(Number(occasion.date.slice(5, 7)) - 1);
      if (!judge(claim, row, look)) continue;
      const seen = look.at(row);
      const { served } = occasion;
      if (claim.service && served === null) continue;
      const on: FactRow = {
        ...seen,
        claim: { paidFen: () => 0, service: claim.service && served && { served, years: claim.service.years } },
      };
      claim.owes.evaluate(on, []);
      claim.penalty?.evaluate(on, NOT_KNOWN, NOT_KNOWN, []);
      claim.late?.evaluate(on, NOT_KNOWN, NOT_KNOWN, []);
      for (const allowance of claim.takesBack) askForPaid(allowance, plan, teacher, occasion.date, ask, askForYear);
    }
  }
  return matters;
}

/** Whether the date of a claim is known and lies in the year. */
function isInYear({ node, policy }: CompiledClaim, { settings }: Plan, { base, employment }: JudgedYear): boolean {
  if (isOnLeaving({ node })) return employment.leaves !== null && Math.floor(employment.leaves / 12) === settings.year;
  return String(base[factOf(policy.dictionary, node.at).index] ?? '').startsWith(`${settings.year}-`);
}

function askService({ service }: CompiledClaim, ask: (fact: string) => void): void {
  if (service) ask(service.from);
}

/** Asks for what the conditions of a claim read, as far as given facts do not decide them. @returns whether it may hold */
function judge({ conditions }: CompiledClaim, row: JudgedYear['stretches'][number], look: Look): boolean {
  const given = look.givenOf(row);
  if (conditions.some((condition) => condition.judge(given) === FAILS)) return false;
  const failing = conditions.find((condition) => condition.judge(row) === FAILS);
  const seen = look.at(row);
  if (failing) {
    failing.judge(seen);
    return false;
  }
  for (const condition of conditions) condition.judge(seen);
  return true;
}

/** Asks for what decides the payments of an allowance, year by year. */
function askForPaid(id: string, plan: Plan, teacher: Teacher, date: string, ask: (fact: string) => void, askForYear: AskForYear): void {
  const { year: first, missing } = firstYear(id, plan, teacher);
  for (const input of missing) if (input.code === 'fact') ask(input.fact);
  const until = january(Number(date.slice(0, 4)) + (date.slice(5, 7) === '12' ? 1 : 0)) / 12;
  for (let year = first; year <= until; year++) {
    const other = planIn(plan, year);
    for (const version of other.versions) {
      const then = yearUnder(version, year, teacher);
      for (const allowance of version.allowances) if (allowance.id === id) askForYear(allowance, version, then, other);
    }
  }
}
