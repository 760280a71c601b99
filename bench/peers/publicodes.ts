import Engine from 'publicodes';
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

/** One engine with all rules parsed once; each set of facts is a situation, of which only what is no default is set. */
export const publicodes: Peer = {
  name: 'publicodes',
  version: 'publicodes 1.10.3',
  how: 'a rule for each allowance in its own mechanisms and units (`applicable si`, `variations`, `arrondi`), and a sum of what is missing; a situation is set for each set of facts',
  teachers: 1_000,
  judge: (facts) => facts.map(judge),
};

type Rule = Readonly<Record<string, unknown>> | string;

const all = (...conditions: readonly unknown[]) => ({ 'toutes ces conditions': conditions });
const any = (...conditions: readonly unknown[]) => ({ 'une de ces conditions': conditions });
const isOneOf = (fact: string, values: readonly string[]) => any(...values.map((value) => `${fact} = '${value}'`));
const cases = (...rows: readonly (readonly [condition: unknown, value: string])[]): Rule => ({
  variations: [...rows.map(([si, alors]) => ({ si, alors })), { sinon: '0 €/mois' }],
});
const ON_SCALE = isOneOf('post', ['established', 'special-post']);
const ON_CONTRACT = "post = 'kindergarten-contract'";
const UNKNOWN = "'unknown'";

const FACTS: Readonly<Record<string, Rule>> = {
  post: { 'par défaut': UNKNOWN },
  area: { 'par défaut': UNKNOWN },
  town: { 'par défaut': UNKNOWN },
  village: { 'par défaut': UNKNOWN },
  resettlement: { 'par défaut': UNKNOWN },
  assessment: { 'par défaut': UNKNOWN },
  commute: { 'par défaut': UNKNOWN },
  backboneLevel: { 'par défaut': "'none'" },
  masterLevel: { 'par défaut': "'none'" },
  degree: { 'par défaut': "'none'" },
  honour: { 'par défaut': "'none'" },
  studioHost: { 'par défaut': 'non' },
  stepGiven: { 'par défaut': 'non' },
  payStepIncrement: { 'par défaut': '0 €/mois' },
  salaryGiven: { 'par défaut': 'non' },
  monthlySalary: { 'par défaut': '0 €/mois' },
  ...Object.fromEntries(FLAGS.map(({ fact }) => [fact, { 'par défaut': 'non' }])),
};

const PLACE: Readonly<Record<string, Rule>> = {
  resettled: {
    variations: [
      { si: `resettlement != ${UNKNOWN}`, alors: 'resettlement' },
      { si: `town = '${WHOLE_TOWN}'`, alors: "'yes'" },
      { si: `town != '${TOWN_OF_VILLAGES}'`, alors: "'no'" },
      { si: `village = ${UNKNOWN}`, alors: UNKNOWN },
      { si: isOneOf('village', VILLAGES), alors: "'yes'" },
      { sinon: "'no'" },
    ],
  },
};

/** By allowance, the name of its rule and the rule. */
const AMOUNTS: Readonly<Record<string, readonly [name: string, rule: Rule]>> = {
  backbone: [
    'backbone',
    {
      'applicable si': all("backboneLevel != 'none'", "assessment = 'passed'"),
      ...(cases(
        ...AREAS.flatMap((area) =>
          LEVELS.map((level) => [all(`area = '${area}'`, `backboneLevel = '${level}'`), `${BACKBONE[area][level]} €/mois`] as const),
        ),
      ) as object),
    },
  ],
  master: [
    'master',
    {
      'applicable si': "masterLevel = 'district'",
      ...(cases(...AREAS.map((area) => [`area = '${area}'`, `${MASTER[area]} €/mois`] as const)) as object),
    },
  ],
  'studio-host': ['studio host', { 'applicable si': 'studioHost', valeur: `${HOST_PERCENT}% * ${STUDIO} €/an` }],
  'studio-running': ['studio running', { 'applicable si': 'studioHost', valeur: `${STUDIO} €/an - ${HOST_PERCENT}% * ${STUDIO} €/an` }],
  talent: [
    'talent',
    {
      variations: [
        { si: isOneOf('degree', ['masters', 'doctorate']), alors: `${TALENT.high} €` },
        { si: isOneOf('honour', ['special-grade', 'city-master']), alors: `${TALENT.low} €` },
        { sinon: '0 €' },
      ],
    },
  ],
  meal: ['meal', cases(...AREAS.map((area) => [`area = '${area}'`, `${MEAL[area]} €/mois`] as const))],
  transport: [
    'transport',
    cases(...(['near', 'far'] as const).map((commute) => [`commute = '${commute}'`, `${TRANSPORT[commute]} €/mois`] as const)),
  ],
  'resettlement-uplift': [
    'resettlement uplift',
    { 'applicable si': all("resettled = 'yes'", ON_SCALE, 'stepGiven'), valeur: 'payStepIncrement' },
  ],
  'kindergarten-uplift': [
    'kindergarten uplift',
    {
      'applicable si': all("resettled = 'yes'", ON_CONTRACT, 'salaryGiven'),
      valeur: `${UPLIFT_PERCENT}% * monthlySalary`,
      arrondi: '2 décimales',
    },
  ],
};

const lack = (allowance: string, what: string, ...conditions: readonly unknown[]) => ({
  'applicable si': all(...conditions),
  valeur: missingBit(allowance, what),
});
const LACKS = [
  lack('transport', 'commute', `commute = ${UNKNOWN}`),
  lack('backbone', 'assessment', "backboneLevel != 'none'", any(`assessment = ${UNKNOWN}`, "assessment = 'pending'")),
  ...AREAS.flatMap((area) =>
    AWAITED_MASTERS.map((level) => lack('master', `master/${level}/${area}`, `masterLevel = '${level}'`, `area = '${area}'`)),
  ),
  ...FLAGS.map(({ fact, allowance }) => lack(allowance, `${allowance}/monthly`, fact)),
  lack('resettlement-uplift', 'village', ON_SCALE, `resettled = ${UNKNOWN}`),
  lack('resettlement-uplift', 'payStepIncrement', ON_SCALE, "resettled = 'yes'", 'stepGiven = non'),
  lack('kindergarten-uplift', 'village', ON_CONTRACT, `resettled = ${UNKNOWN}`),
  lack('kindergarten-uplift', 'monthlySalary', ON_CONTRACT, "resettled = 'yes'", 'salaryGiven = non'),
];

const engine = new Engine(
  {
    ...FACTS,
    ...PLACE,
    ...Object.fromEntries(Object.values(AMOUNTS)),
    missing: { somme: LACKS },
  } as ConstructorParameters<typeof Engine>[0],
  { warn: false },
);
const RULES = Object.entries(AMOUNTS).map(([allowance, [name]]) => ({ name, place: placeOf(allowance) }));

function judge(facts: Facts): Outcome {
  engine.setSituation(situationOf(facts));
  const evaluate = (rule: string) => (engine.evaluate(rule).nodeValue as number | null | undefined) ?? 0;
  const fen = Array.from({ length: 9 }, () => 0);
  for (const { name, place } of RULES) fen[place] = Math.round(evaluate(name) * 100);
  return { fen, missing: evaluate('missing') };
}

function situationOf(facts: Facts): Record<string, string> {
  const situation: Record<string, string> = {};
  for (const [fact, value] of Object.entries(facts) as [string, string | boolean | null][]) {
    if (value === null || value === 'none' || (value === false && fact !== 'resettlement')) continue;
    if (fact === 'resettlement') situation[fact] = value ? "'yes'" : "'no'";
    else if (fact === 'payStepIncrement' || fact === 'monthlySalary') {
      situation[fact] = `${value} €/mois`;
      situation[fact === 'payStepIncrement' ? 'stepGiven' : 'salaryGiven'] = 'oui';
    } else situation[fact] = value === true ? 'oui' : `'${value}'`;
  }
  return situation;
}
