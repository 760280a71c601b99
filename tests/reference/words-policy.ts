/** Any policy document in the rule language, for the reference budget. */
import { monthsOf } from './facts.ts';
import { exact } from './figures.ts';
import type { ReferencePolicy, ReferenceRun } from './policy.ts';
import { figuresOf, TooLarge } from './word-amounts.ts';
import { waysToChoose } from './word-asking.ts';
import { monthRows } from './word-facts.ts';
import { fundingOf } from './word-funding.ts';
import { chosenIn, type Document, evaluateWords, figureAt, missingMonthsOf, outsideMonths } from './words.ts';

/** A policy document that is read anew for every question. */
export function policyOf(document: Document): ReferencePolicy {
  const textOf = (fact: unknown): string | null => (fact === null ? null : String(fact));
  return {
    allowances: Object.entries(document.allowances).map(([id, { payee, economicCode }]) => ({ id, payee, economicCode })),
    readings: Object.fromEntries(
      Object.entries(document.readings).map(([id, { default: own, options }]) => [id, { default: own, options: Object.keys(options) }]),
    ),
    entitle(run, teacher, paidIn) {
      try {
        return evaluateWords(document, { ...run, teacher }, paidIn);
      } catch (error) {
        if (error instanceof TooLarge) return null;
        throw error;
      }
    },
    funding: (run, people) => fundingOf(document, run, people),
    missingMonths: (run, teacher) => missingMonthsOf(document, { ...run, teacher }),
    facts: ({ year, places, readings }, teacher) =>
      monthRows(document, year, teacher, places, waysToChoose(document, readings)[0]).map(
        ({ month, employed, facts: { school, area, stage, post } }) => ({
          month,
          employed,
          school: textOf(school),
          area: textOf(area),
          stage: textOf(stage),
          post: textOf(post),
        }),
      ),
    outside: (run) => outsideOf(document, run),
    envelopes(run) {
      const { year, parameters } = run;
      const outside = outsideOf(document, run);
      const last = monthsOf(year).findLast((month) => !outside.includes(month));
      if (last === undefined) return [];
      const amountOf = (key: string): string | null => {
        const text = figureAt({ document, parameters }, key, last);
        return text === null ? null : exact(text).toFixed(2);
      };
      return Object.entries(document.envelopes ?? {}).map(([id, { parameter, parts }]) => ({
        id,
        amount: amountOf(parameter),
        ...(parts && { parts: Object.entries(parts).map(([part, node]) => ({ id: part, amount: amountOf(node.parameter) })) }),
      }));
    },
    awaited: (run) =>
      Object.entries(document.allowances).flatMap(([allowance, { pays, from, to }]) =>
        [
          ...new Set(
            [pays.amount, ...capsOver(document, allowance)].flatMap((node) =>
              waysToChoose(document, run.readings).flatMap((way) => figuresIn(document, node, chosenIn(document, way))),
            ),
          ),
        ]
          .filter((key) => isAwaited(document, run, key, { from, to }))
          .map((parameter) => ({ allowance, parameter })),
      ),
  };
}

const capsOver = ({ stacking }: Document, id: string) => stacking.flatMap(({ allowances, cap }) => (allowances.includes(id) ? [cap] : []));

const outsideOf = (document: Document, { year, asIfInForce = false }: ReferenceRun) => (asIfInForce ? [] : outsideMonths(document, year));

/** The first and the last month of an allowance. */
interface Ends {
  readonly from: string | undefined;
  readonly to: string | undefined;
}

function isAwaited(document: Document, run: ReferenceRun, key: string, { from, to }: Ends): boolean {
  const { year, parameters } = run;
  const outside = outsideOf(document, run);
  const months = monthsOf(year).filter((month) => !outside.includes(month) && (from ?? month) <= month && month <= (to ?? month));
  return months.some((month) => figureAt({ document, parameters }, key, month) === null);
}

/** Every figure that an amount names under the readings that are chosen: of a table each of its cells. */
function figuresIn({ parameters }: Document, node: unknown, chosen: (reading: string) => string): string[] {
  const within = (part: unknown): string[] => {
    if (typeof part !== 'object' || part === null) return [];
    if (Array.isArray(part)) return part.flatMap(within);
    const { reading, parameter, percent, by, ...parts } = part as Record<string, unknown>;
    if (typeof reading === 'string') return within(parts[chosen(reading)]);
    const named = [parameter ?? percent].filter((key) => typeof key === 'string');
    const cells = Array.isArray(by) ? named.flatMap((key) => cellsOf(parameters[key]?.values, key)) : named;
    const step = 'grow' in parts && typeof by === 'string' ? [by] : [];
    return [...cells, ...step, ...figuresOf(parts), ...Object.values(parts).flatMap(within)];
  };
  return within(node);
}

/** The keys of the cells of a table. */
function cellsOf(tree: unknown, key: string): string[] {
  if (typeof tree !== 'object' || tree === null || Array.isArray(tree)) return [key];
  return Object.entries(tree).flatMap(([step, branch]) => cellsOf(branch, `${key}/${step}`));
}
