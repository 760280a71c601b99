import { Decimal } from 'decimal.js';
import { missingBit, type Outcome, type Peer, placeOf } from './peer.ts';
import {
  BACKBONE,
  FLAGS,
  HOST_PERCENT,
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

/** The naive implementation that only aims to be exact. */
export const decimal: Peer = {
  name: 'naive decimal.js',
  version: 'decimal.js 10.6.0',
  how: 'plain conditions in TypeScript, every amount a `Decimal` that is made, multiplied and rounded as the clause says',
  teachers: 10_000,
  judge: (facts) => facts.map(judge),
};

function judge(facts: Facts): Outcome {
  const amounts = new Map<string, Decimal>();
  const lacks: [allowance: string, lack: string][] = [];
  const { area, post, assessment, backboneLevel, masterLevel, commute, degree, honour } = facts as Facts & { area: 'urban' | 'rural' };
  amounts.set('meal', new Decimal(MEAL[area]));
  if (commute === null) lacks.push(['transport', 'commute']);
  else amounts.set('transport', new Decimal(TRANSPORT[commute as 'near']));
  if (backboneLevel !== 'none') {
    if (assessment === 'passed') amounts.set('backbone', new Decimal(BACKBONE[area][backboneLevel as 'city']));
    else if (assessment !== 'failed') lacks.push(['backbone', 'assessment']);
  }
  if (masterLevel === 'district') amounts.set('master', new Decimal(MASTER[area]));
  else if (masterLevel !== 'none') lacks.push(['master', `master/${masterLevel}/${area}`]);
  if (facts.studioHost) {
    const share = new Decimal(STUDIO).times(HOST_PERCENT).dividedBy(100);
    amounts.set('studio-host', share);
    amounts.set('studio-running', new Decimal(STUDIO).minus(share));
  }
  const byDegree = new Decimal(degree === 'masters' || degree === 'doctorate' ? TALENT.high : 0);
  const byHonour = new Decimal(honour === 'special-grade' || honour === 'city-master' ? TALENT.low : 0);
  amounts.set('talent', Decimal.max(byDegree, byHonour));
  const resettled = isResettled(facts);
  if (post === 'established' || post === 'special-post') {
    if (resettled === null) lacks.push(['resettlement-uplift', 'village']);
    else if (resettled && facts.payStepIncrement === null) lacks.push(['resettlement-uplift', 'payStepIncrement']);
    else if (resettled) amounts.set('resettlement-uplift', new Decimal(facts.payStepIncrement as string));
  } else if (post === 'kindergarten-contract') {
    if (resettled === null) lacks.push(['kindergarten-uplift', 'village']);
    else if (resettled && facts.monthlySalary === null) lacks.push(['kindergarten-uplift', 'monthlySalary']);
    else if (resettled) {
      const share = new Decimal(facts.monthlySalary as string).times(UPLIFT_PERCENT).dividedBy(100);
      amounts.set('kindergarten-uplift', share.toDecimalPlaces(2, Decimal.ROUND_HALF_UP));
    }
  }
  for (const { fact, allowance } of FLAGS) if (facts[fact]) lacks.push([allowance, `${allowance}/monthly`]);
  const fen = Array.from({ length: 9 }, () => 0);
  for (const [allowance, yuan] of amounts) fen[placeOf(allowance)] = yuan.times(100).toNumber();
  return { fen, missing: lacks.reduce((bits, [allowance, lack]) => bits | missingBit(allowance, lack), 0) };
}

/** `null` if the village decides and is not known. */
function isResettled({ resettlement, town, village }: Facts): boolean | null {
  if (resettlement !== null) return resettlement;
  if (town === WHOLE_TOWN) return true;
  if (town !== TOWN_OF_VILLAGES) return false;
  return village === null ? null : VILLAGES.includes(village);
}
