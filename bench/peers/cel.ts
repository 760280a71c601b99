import { Environment } from '@marcbachmann/cel-js';
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

/** An environment of declared variables and constants, every expression parsed once and evaluated for each set of facts. */
export const cel: Peer = {
  name: 'CEL',
  version: '@marcbachmann/cel-js 8.0.0',
  how: 'one typed expression for each allowance over declared variables, in whole fen (its `int`), which gives an amount, or below zero what is missing; rates are constants that it looks up',
  teachers: 5_000,
  judge: (facts) => facts.map(judge),
};

/** Rates in fen, as whole numbers of CEL. */
const inFen = (rates: Readonly<Record<string, number>>) =>
  Object.fromEntries(Object.entries(rates).map(([key, yuan]) => [key, BigInt(yuan * 100)]));
/** A missing input, as a negative number. */
const lack = (allowance: string, what: string) => BigInt(-missingBit(allowance, what));
const awaited = (area: string) =>
  Object.fromEntries(['city', 'region', 'national'].map((level) => [level, lack('master', `master/${level}/${area}`)]));

const environment = new Environment()
  .registerConstant('backboneRates', 'map<string, map<string, int>>', { urban: inFen(BACKBONE.urban), rural: inFen(BACKBONE.rural) })
  .registerConstant('masterRates', 'map<string, map<string, int>>', {
    urban: { district: BigInt(MASTER.urban * 100), ...awaited('urban') },
    rural: { district: BigInt(MASTER.rural * 100), ...awaited('rural') },
  })
  .registerConstant('mealRates', 'map<string, int>', inFen(MEAL))
  .registerConstant('transportRates', 'map<string, int>', inFen(TRANSPORT))
  .registerConstant('studio', 'int', BigInt(STUDIO * 100))
  .registerConstant('talentHigh', 'int', BigInt(TALENT.high * 100))
  .registerConstant('talentLow', 'int', BigInt(TALENT.low * 100));
for (const fact of ['post', 'area', 'backboneLevel', 'masterLevel', 'degree', 'honour', 'resettled'])
  environment.registerVariable(fact, 'string');
for (const fact of ['studioHost', ...FLAGS.map((flag) => flag.fact)]) environment.registerVariable(fact, 'bool');
for (const fact of ['town', 'village', 'resettlement', 'assessment', 'commute', 'payStepIncrement', 'monthlySalary'])
  environment.registerVariable(fact, 'dyn');

const quoted = (values: readonly string[]) => `[${values.map((value) => `"${value}"`).join(', ')}]`;
const PLACE = environment.parse(`
  resettlement != null ? (resettlement == true ? "yes" : "no")
  : town == "${WHOLE_TOWN}" ? "yes"
  : town != "${TOWN_OF_VILLAGES}" ? "no"
  : village == null ? "unknown"
  : village in ${quoted(VILLAGES)} ? "yes" : "no"`);

const AMOUNTS: Readonly<Record<string, string>> = {
  backbone: `backboneLevel == "none" || assessment == "failed" ? 0
    : assessment == "passed" ? backboneRates[area][backboneLevel] : ${lack('backbone', 'assessment')}`,
  master: 'masterLevel == "none" ? 0 : masterRates[area][masterLevel]',
  'studio-host': `studioHost ? studio * ${HOST_PERCENT} / 100 : 0`,
  'studio-running': `studioHost ? studio - studio * ${HOST_PERCENT} / 100 : 0`,
  talent: 'degree in ["masters", "doctorate"] ? talentHigh : honour in ["special-grade", "city-master"] ? talentLow : 0',
  meal: 'mealRates[area]',
  transport: `commute == null ? ${lack('transport', 'commute')} : transportRates[string(commute)]`,
  'resettlement-uplift': `!(post in ["established", "special-post"]) || resettled == "no" ? 0
    : resettled == "unknown" ? ${lack('resettlement-uplift', 'village')}
    : payStepIncrement == null ? ${lack('resettlement-uplift', 'payStepIncrement')} : int(payStepIncrement)`,
  'kindergarten-uplift': `post != "kindergarten-contract" || resettled == "no" ? 0
    : resettled == "unknown" ? ${lack('kindergarten-uplift', 'village')}
    : monthlySalary == null ? ${lack('kindergarten-uplift', 'monthlySalary')} : (int(monthlySalary) * ${UPLIFT_PERCENT} + 50) / 100`,
  ...Object.fromEntries(FLAGS.map(({ fact, allowance }) => [allowance, `${fact} ? ${lack(allowance, `${allowance}/monthly`)} : 0`])),
};
const PARSED = Object.entries(AMOUNTS).map(([allowance, expression]) => ({
  place: FLAGS.some((flag) => flag.allowance === allowance) ? -1 : placeOf(allowance),
  evaluate: environment.parse(expression),
}));

function judge(facts: Facts): Outcome {
  const given = { ...facts, payStepIncrement: fenOf(facts.payStepIncrement), monthlySalary: fenOf(facts.monthlySalary) };
  const context = { ...given, resettled: PLACE(given) };
  const fen = Array.from({ length: 9 }, () => 0);
  let missing = 0;
  for (const { place, evaluate } of PARSED) {
    const amount = Number(evaluate(context));
    if (amount < 0) missing |= -amount;
    else if (place >= 0) fen[place] = amount;
  }
  return { fen, missing };
}

function fenOf(yuan: string | null): bigint | null {
  return yuan === null ? null : BigInt(Math.round(Number(yuan) * 100));
}
