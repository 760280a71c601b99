import { Engine, type NestedCondition, type RuleProperties, type TopLevelCondition } from 'json-rules-engine';
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

/** One engine with all rules, run once for each set of facts; conditions that several rules need are shared by name. */
export const jsonRules: Peer = {
  name: 'json-rules-engine',
  version: 'json-rules-engine 7.3.1',
  how: 'one rule for each line of a table of rates and for each thing that can be missing, whose event has the amount; it has no arithmetic, so its caller works out the percentage, in whole fen',
  teachers: 1_000,
  judge: async (facts) => {
    const outcomes: Outcome[] = [];
    for (const one of facts) outcomes.push(outcomeOf((await engine.run({ ...one })).events, one));
    return outcomes;
  },
};

const is = (fact: keyof Facts, value: unknown): NestedCondition => ({ fact, operator: 'equal', value });
const isNot = (fact: keyof Facts, value: unknown): NestedCondition => ({ fact, operator: 'notEqual', value });
const isOneOf = (fact: keyof Facts, value: readonly unknown[]): NestedCondition => ({ fact, operator: 'in', value });
const RESETTLED: NestedCondition = { condition: 'resettled' };
const PLACE_UNKNOWN: NestedCondition = { condition: 'place-unknown' };
const ON_SCALE = isOneOf('post', ['established', 'special-post']);
const ON_CONTRACT = is('post', 'kindergarten-contract');

const pays = (allowance: string, yuan: number, ...all: NestedCondition[]): RuleProperties => ({
  conditions: { all },
  event: { type: 'pays', params: { place: placeOf(allowance), fen: yuan * 100 } },
});
const paysShare = (allowance: string, percent: number, fact: keyof Facts, ...all: NestedCondition[]): RuleProperties => ({
  conditions: { all: [...all, isNot(fact, null)] },
  event: { type: 'pays-share', params: { place: placeOf(allowance), percent, fact } },
});
const lacks = (allowance: string, lack: string, ...all: NestedCondition[]): RuleProperties => ({
  conditions: { all },
  event: { type: 'lacks', params: { bit: missingBit(allowance, lack) } },
});

const RULES: readonly RuleProperties[] = [
  ...AREAS.flatMap((area) =>
    LEVELS.map((level) =>
      pays('backbone', BACKBONE[area][level], is('backboneLevel', level), is('area', area), is('assessment', 'passed')),
    ),
  ),
  lacks('backbone', 'assessment', isNot('backboneLevel', 'none'), isOneOf('assessment', [null, 'pending'])),
  ...AREAS.flatMap((area) => [
    pays('master', MASTER[area], is('masterLevel', 'district'), is('area', area)),
    ...AWAITED_MASTERS.map((level) => lacks('master', `master/${level}/${area}`, is('masterLevel', level), is('area', area))),
    pays('meal', MEAL[area], is('area', area)),
  ]),
  ...(['near', 'far'] as const).map((commute) => pays('transport', TRANSPORT[commute], is('commute', commute))),
  lacks('transport', 'commute', is('commute', null)),
  pays('studio-host', (STUDIO * HOST_PERCENT) / 100, is('studioHost', true)),
  pays('studio-running', (STUDIO * (100 - HOST_PERCENT)) / 100, is('studioHost', true)),
  pays('talent', TALENT.high, isOneOf('degree', ['masters', 'doctorate'])),
  pays(
    'talent',
    TALENT.low,
    { fact: 'degree', operator: 'notIn', value: ['masters', 'doctorate'] },
    isOneOf('honour', ['special-grade', 'city-master']),
  ),
  paysShare('resettlement-uplift', 100, 'payStepIncrement', ON_SCALE, RESETTLED),
  lacks('resettlement-uplift', 'payStepIncrement', ON_SCALE, RESETTLED, is('payStepIncrement', null)),
  lacks('resettlement-uplift', 'village', ON_SCALE, PLACE_UNKNOWN),
  paysShare('kindergarten-uplift', UPLIFT_PERCENT, 'monthlySalary', ON_CONTRACT, RESETTLED),
  lacks('kindergarten-uplift', 'monthlySalary', ON_CONTRACT, RESETTLED, is('monthlySalary', null)),
  lacks('kindergarten-uplift', 'village', ON_CONTRACT, PLACE_UNKNOWN),
  ...FLAGS.map(({ fact, allowance }) => lacks(allowance, `${allowance}/monthly`, is(fact, true))),
];

const resettled: TopLevelCondition = {
  any: [
    is('resettlement', true),
    {
      all: [
        is('resettlement', null),
        { any: [is('town', WHOLE_TOWN), { all: [is('town', TOWN_OF_VILLAGES), isOneOf('village', VILLAGES)] }] },
      ],
    },
  ],
};
const engine = new Engine([...RULES])
  .setCondition('resettled', resettled)
  .setCondition('place-unknown', { all: [is('resettlement', null), is('town', TOWN_OF_VILLAGES), is('village', null)] });

function outcomeOf(events: readonly { type: string; params?: Record<string, unknown> }[], facts: Facts): Outcome {
  const fen = Array.from({ length: 9 }, () => 0);
  let missing = 0;
  for (const { type, params } of events) {
    if (!params) continue;
    if (type === 'lacks') missing |= params.bit as number;
    else if (type === 'pays') fen[params.place as number] = params.fen as number;
    else {
      const given = Math.round(Number(facts[params.fact as 'monthlySalary']) * 100);
      fen[params.place as number] = Math.floor((given * (params.percent as number) + 50) / 100);
    }
  }
  return { fen, missing };
}
