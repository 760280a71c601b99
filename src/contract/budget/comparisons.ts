import type { BudgetFigures } from '../../budget/ledger.ts';
import type { OpenFigures } from '../../budget/open-tally.ts';
import type { VariantFigures } from '../../budget/variants.ts';
import type { Plan } from '../../engine/plan.ts';
import { formatFen } from '../../money/fen.ts';
import type { Alternative } from './alternatives.ts';
import type { BudgetResult } from './budget-result.ts';
import { comparedEnvelopes, envelopeTotal, spanOf } from './budget-wire.ts';
import { type TargetRun, withTargets } from './targets.ts';

/** An alternative with its plan and its figures. */
export interface Computed {
  readonly alternative: Alternative;
  readonly plan: Plan;
  readonly figures: VariantFigures;
}

/**
 * Compares alternatives with the baseline, for the wire.
 *
 * @param ownPlan that of the baseline
 * @param totalFen of the baseline, with envelopes
 * @param targets those of the scenarios, in their order
 */
export function comparisonsOf(
  ownPlan: Plan,
  baseline: BudgetFigures,
  totalFen: bigint,
  computed: readonly Computed[],
  targets: TargetRun,
): Pick<BudgetResult, 'sensitivity' | 'scenarios'> {
  const compare = (fen: bigint) => ({ total: formatFen(fen), difference: formatFen(fen - totalFen) });
  // Without a default an option is priced against the least, for the total leaves out what is open.
  const leastOf = (fen: bigint, known: bigint, open: OpenFigures | null) => fen - known + (open?.leastFen ?? known);
  const least = leastOf(totalFen, baseline.personalFen + baseline.institutionFen, baseline.open);
  const priceOf = (fen: bigint, { personalFen, institutionFen, open }: VariantFigures) => {
    if (!baseline.open && !open) return compare(fen);
    const there = leastOf(fen, personalFen + institutionFen, open);
    return { total: formatFen(there), difference: formatFen(there - least), least: true as const };
  };
  const sensitivity: BudgetResult['sensitivity'] = [];
  const scenarios: BudgetResult['scenarios'] = [];
  for (const { alternative, plan, figures } of computed) {
    const { scenario, option } = alternative;
    const fen = figures.personalFen + figures.institutionFen + envelopeTotal(plan);
    if (option) sensitivity.push({ ...option, ...priceOf(fen, figures) });
    if (!scenario) continue;
    const met = targets.meet(scenarios.length);
    const there = withTargets(plan, figures, met);
    const moved = there.reduce((sum, amount, row) => sum + amount - (figures.byAllowance[row] as bigint), 0n);
    const { gaining, losing, unchanged } = figures;
    scenarios.push({
      id: scenario.id,
      title: scenario.title,
      ...compare(fen + moved),
      ...(figures.open && { open: spanOf(figures.open, envelopeTotal(plan) + moved) }),
      gaining,
      losing,
      unchanged,
      byAllowance: baseline.byAllowance.map(({ allowance, amountFen }, row) => {
        const amount = there[row] as bigint;
        return { allowance, amount: formatFen(amount), difference: formatFen(amount - amountFen) };
      }),
      envelopes: comparedEnvelopes(plan, ownPlan),
      ...(met.wire.length > 0 && { targets: met.wire }),
    });
  }
  return { sensitivity, scenarios };
}
