import { ZenEngine } from '@gorules/zen-engine';
import { missingBit, type Outcome, type Peer, placeOf } from './peer.ts';
import {
  AREAS,
  AWAITED_MASTERS,
  BACKBONE,
  FLAGS,
  HOST_PERCENT,
  LEVELS,
  MASTER,
  MEAL,
  STUDIO,
  TALENT,
  TOWN_OF_VILLAGES,
  TRANSPORT,
  UPLIFT_PERCENT,
  VILLAGES,
  WHOLE_TOWN,
} from './rates.ts';
import type { Facts } from './runs.ts';

/** A decision graph, created once and evaluated for each set of facts; as many at a time as it gets, on its own threads. */
export const zen: Peer = {
  name: 'GoRules zen',
  version: '@gorules/zen-engine 0.52.1',
  how: 'a decision graph with a table for the place and one for each allowance, first row that fits; the percentage is an expression in a cell of its table, in yuan, which are decimals there',
  teachers: 1_000,
  judge: (facts) => Promise.all(facts.map(async (one) => outcomeOf((await decision.evaluate(contextOf(one))).result as Found))),
};

/** By allowance an amount in yuan, and what is missing. */
type Found = Readonly<Record<string, { readonly yuan?: number; readonly lack?: number } | null>>;

/** A row of a table: a cell for each input, empty where it does not matter; then what it gives. */
type Row = readonly [cells: readonly string[], output: Readonly<Record<string, string>>];

const text = (...values: readonly string[]) => values.map((value) => `"${value}"`).join(', ');
const yuan = (amount: number | string) => ({ yuan: String(amount) });
const lack = (allowance: string, what: string) => ({ lack: String(missingBit(allowance, what)) });

function table(id: string, fields: readonly string[], outputs: readonly string[], rows: readonly Row[], passThrough = false) {
  const prefix = passThrough ? '' : `a${id.replaceAll('-', '_')}.`;
  return {
    id,
    name: id,
    type: 'decisionTableNode',
    content: {
      hitPolicy: 'first',
      passThrough,
      inputs: fields.map((field, at) => ({ id: `in${at}`, name: field, field })),
      outputs: outputs.map((field, at) => ({ id: `out${at}`, name: field, field: `${prefix}${field}` })),
      rules: rows.map(([cells, output], at) => ({
        _id: `${id}${at}`,
        ...Object.fromEntries(cells.map((cell, place) => [`in${place}`, cell])),
        ...Object.fromEntries(outputs.map((field, place) => [`out${place}`, output[field] ?? ''])),
      })),
    },
  };
}

const PLACE = table(
  'place',
  ['resettlement', 'town', 'village'],
  ['resettled'],
  [
    [['true', '', ''], { resettled: text('yes') }],
    [['false', '', ''], { resettled: text('no') }],
    [['', text(WHOLE_TOWN), ''], { resettled: text('yes') }],
    [['', text(TOWN_OF_VILLAGES), text(...VILLAGES)], { resettled: text('yes') }],
    [['', text(TOWN_OF_VILLAGES), 'null'], { resettled: text('unknown') }],
    [['', '', ''], { resettled: text('no') }],
  ],
  true,
);
const AMOUNT = ['yuan', 'lack'];
const TABLES = [
  table('backbone', ['backboneLevel', 'assessment', 'area'], AMOUNT, [
    [[text('none'), '', ''], yuan(0)],
    [['', text('failed'), ''], yuan(0)],
    ...AREAS.flatMap((area) => LEVELS.map((level): Row => [[text(level), text('passed'), text(area)], yuan(BACKBONE[area][level])])),
    [['', '', ''], lack('backbone', 'assessment')],
  ]),
  table('master', ['masterLevel', 'area'], AMOUNT, [
    [[text('none'), ''], yuan(0)],
    ...AREAS.map((area): Row => [[text('district'), text(area)], yuan(MASTER[area])]),
    ...AREAS.flatMap((area) => AWAITED_MASTERS.map((level): Row => [[text(level), text(area)], lack('master', `master/${level}/${area}`)])),
  ]),
  table('studio-host', ['studioHost'], AMOUNT, [[['true'], yuan(`${STUDIO} * ${HOST_PERCENT} / 100`)]]),
  table('studio-running', ['studioHost'], AMOUNT, [[['true'], yuan(`${STUDIO} - ${STUDIO} * ${HOST_PERCENT} / 100`)]]),
  table('talent', ['degree', 'honour'], AMOUNT, [
    [[text('masters', 'doctorate'), ''], yuan(TALENT.high)],
    [['', text('special-grade', 'city-master')], yuan(TALENT.low)],
  ]),
  table('meal', ['area'], AMOUNT, [...AREAS.map((area): Row => [[text(area)], yuan(MEAL[area])])]),
  table('transport', ['commute'], AMOUNT, [
    ...(['near', 'far'] as const).map((commute): Row => [[text(commute)], yuan(TRANSPORT[commute])]),
    [[''], lack('transport', 'commute')],
  ]),
  table('resettlement-uplift', ['resettled', 'post', 'payStepIncrement'], AMOUNT, [
    [[text('unknown'), text('established', 'special-post'), ''], lack('resettlement-uplift', 'village')],
    [[text('yes'), text('established', 'special-post'), 'null'], lack('resettlement-uplift', 'payStepIncrement')],
    [[text('yes'), text('established', 'special-post'), ''], yuan('payStepIncrement')],
  ]),
  table('kindergarten-uplift', ['resettled', 'post', 'monthlySalary'], AMOUNT, [
    [[text('unknown'), text('kindergarten-contract'), ''], lack('kindergarten-uplift', 'village')],
    [[text('yes'), text('kindergarten-contract'), 'null'], lack('kindergarten-uplift', 'monthlySalary')],
    [[text('yes'), text('kindergarten-contract'), ''], yuan(`round(monthlySalary * ${UPLIFT_PERCENT} / 100, 2)`)],
  ]),
  ...FLAGS.map(({ fact, allowance }) => table(allowance, [fact], AMOUNT, [[['true'], lack(allowance, `${allowance}/monthly`)]])),
];
const edge = (sourceId: string, targetId: string) => ({ id: `${sourceId}-${targetId}`, sourceId, targetId, type: 'edge' });
const decision = new ZenEngine().createDecision({
  contentType: 'application/vnd.gorules.decision',
  nodes: [{ id: 'facts', name: 'facts', type: 'inputNode' }, PLACE, ...TABLES, { id: 'amounts', name: 'amounts', type: 'outputNode' }],
  edges: [edge('facts', 'place'), ...TABLES.flatMap(({ id }) => [edge('place', id), edge(id, 'amounts')])],
});

function contextOf(facts: Facts): object {
  return { ...facts, payStepIncrement: numberOf(facts.payStepIncrement), monthlySalary: numberOf(facts.monthlySalary) };
}

function numberOf(given: string | null): number | null {
  return given === null ? null : Number(given);
}

const ALLOWANCE_OF = new Map(
  TABLES.map(({ id }) => [`a${id.replaceAll('-', '_')}`, FLAGS.some((flag) => flag.allowance === id) ? -1 : placeOf(id)]),
);

function outcomeOf(found: Found): Outcome {
  const fen = Array.from({ length: 9 }, () => 0);
  let missing = 0;
  for (const [name, place] of ALLOWANCE_OF) {
    const amount = found[name];
    if (!amount) continue;
    missing |= amount.lack ?? 0;
    if (place >= 0) fen[place] = Math.round((amount.yuan ?? 0) * 100);
  }
  return { fen, missing };
}
