import type { ClaimNode } from '../policy/document/schema.ts';
import type { Policy } from '../policy/policy.ts';
import { compileAmount } from '../words/amount.ts';
import { compileLate, compilePenalty, type Late, type Surcharge } from '../words/claim.ts';
import { compileConditions } from '../words/condition.ts';
import { behindDerived, type CompiledDerivation, throughDerived, withInputs } from '../words/derive.ts';
import { resolve } from '../words/grammar/choice.ts';
import { has } from '../words/grammar/has.ts';
import { compileService, type Service } from '../words/grammar/service.ts';
import { type AmountNode, amount } from '../words/grammar/slots.ts';
import { type Amount, type Condition, type Diagnostic, type Settings, unique } from '../words/grammar/word.ts';
import { visitSlot } from '../words/stands.ts';

/** The usual forms of what is owed: all that was paid, or the part of the months or years that were not served. */
export type Repay = 'all' | 'remaining-months' | 'remaining-years';

/** One claim on people, compiled for a run. */
export interface CompiledClaim {
  readonly id: string;
  readonly node: ClaimNode;
  /** The policy that makes it. */
  readonly policy: Policy;
  /** All of them must hold, in file order. */
  readonly conditions: readonly Condition[];
  readonly owes: Amount;
  readonly repay: Repay | null;
  readonly service: Service | null;
  readonly penalty: Surcharge | null;
  readonly late: Late | null;
  /** The allowances of which something is taken back, under any reading. */
  readonly takesBack: readonly string[];
  /** The readings that its result depends on. */
  readonly readings: readonly string[];
  /** The figures that it may read. */
  readonly parameters: readonly string[];
  /** The facts that it reads, each derived one followed by what it rests on; its dates too. */
  readonly facts: readonly string[];
}

/** Compiles the claims of a policy. @param derivations its derived facts */
export function compileClaims(policy: Policy, words: Settings, derivations: readonly CompiledDerivation[]): CompiledClaim[] {
  return Object.entries(policy.document.claims).map(([id, node]): CompiledClaim => {
    const conditions = compileConditions(node.when, words).map((part) => throughDerived(part, derivations));
    const owes = throughDerived(compileAmount(node.owes, words), derivations);
    const service = node.service ? compileService(node.service, words) : null;
    const added = compilePenalty(node.penalty ?? 'none', words);
    const fee = compileLate(node.late ?? 'none', words);
    const penalty = added.penalty && surchargeThrough(added.penalty, derivations);
    const late = fee.late && surchargeThrough(fee.late, derivations);
    const amounts = [owes, penalty, late].filter((one) => one !== null);
    const parts = [...conditions, ...amounts];
    return {
      id,
      node,
      policy,
      conditions,
      owes,
      repay: repayOf(node.owes, words.chosen),
      service,
      penalty,
      late,
      takesBack: allowancesIn(node),
      readings: unique([...parts.flatMap(({ readings }) => readings), ...(service?.readings ?? []), ...added.readings, ...fee.readings]),
      parameters: unique(amounts.flatMap((one) => one.parameters)),
      facts: withInputs([node.at, ...(service ? [service.from] : []), ...parts.flatMap(({ facts }) => facts)], derivations),
    };
  });
}

/** What is added to a claim and may read derived facts: what is missing of it is what would decide them. */
function surchargeThrough<T extends Surcharge>(surcharge: T, derivations: readonly CompiledDerivation[]): T {
  const read = derivations.filter(({ fact }) => surcharge.facts.includes(fact));
  if (read.length === 0) return surcharge;
  return {
    ...surcharge,
    readings: unique([...surcharge.readings, ...read.flatMap(({ readings }) => readings)]),
    evaluate(row, owedFen, penaltyFen, found) {
      const own: Diagnostic[] = [];
      const fen = surcharge.evaluate(row, owedFen, penaltyFen, own);
      found.push(...behindDerived(own, row, read));
      return fen;
    },
  };
}

/** The allowances that a claim asks what they have paid. */
function allowancesIn({ owes }: ClaimNode): string[] {
  const ids: string[] = [];
  visitSlot(amount(), owes, [], { named: ({ slot, node }) => slot.section === 'allowances' && ids.push(node) });
  return unique(ids);
}

/** Which of the usual forms a claim has: all that was paid, or the share of the months or years that were not served. */
function repayOf(node: AmountNode, chosen: (reading: string) => string): Repay | null {
  const settings = { chosen };
  const { value: owes } = resolve<unknown>(node, settings);
  if (has(owes, 'paid')) return 'all';
  if (!has(owes, 'part') || !has(owes, 'unit') || !has(owes, 'of')) return null;
  const { part, unit, of } = owes;
  if (resolve<unknown>(part, settings).value !== 'unserved' || !has(resolve<unknown>(of, settings).value, 'paid')) return null;
  return resolve<unknown>(unit, settings).value === 'months' ? 'remaining-months' : 'remaining-years';
}
