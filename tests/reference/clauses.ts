/** The monthly allowances of items 17 and 19, clause by clause: the conditions of a month, and the amount of a month in which they hold. */
import type { Decimal } from 'decimal.js';
import type { MonthFacts } from './facts.ts';
import { exact, percentOf } from './figures.ts';
import type { ReferenceScale } from './pay-scales.ts';

/** The readings of the policy; of each, the first option is the default. */
export const readingOptions = {
  'payment-months': ['no-july-august', 'no-february-august', 'first-ten'],
  'backbone-and-master': ['both', 'larger'],
  'master-assessment': ['not-required', 'required'],
  'master-levels': ['district', 'all-levels'],
  'talent-amounts': ['by-kind', 'by-tier'],
  'talent-both': ['larger', 'sum'],
  'uplift-months': ['twelve', 'payment-months'],
  'uplift-posts': ['on-scale', 'all-teachers'],
  'kindergarten-uplift-area': ['resettlement', 'district'],
} as const satisfies Record<string, readonly string[]>;

export type ReadingId = keyof typeof readingOptions;
export type Readings = Readonly<Record<ReadingId, string>>;

/** One condition in one month: `holds` is `null` while unknown; `fact` is named when it fails, `lacks` when it is unknown. */
export interface Condition {
  readonly fact: string;
  readonly holds: boolean | null;
  readonly lacks: string;
}

/** What one month's amount comes to, or the one thing that it lacks. Yuan. */
export type Amount =
  | { readonly known: Decimal }
  | { readonly known: null; readonly code: 'fact'; readonly fact: string }
  | { readonly known: null; readonly code: 'no-figure'; readonly parameter: string };

/** One month of one teacher under one run's readings and figures. */
export interface Situation {
  readonly facts: MonthFacts;
  readonly readings: Readings;
  readonly figure: (key: string) => Decimal | null;
  /** The pay scale in force in that month. */
  readonly payScale: ReferenceScale | null;
}

export interface MonthlyClause {
  /** `ten`: the months of the reading payment-months; `uplift`: as the reading uplift-months says; `twelve`: every month. */
  readonly months: 'ten' | 'twelve' | 'uplift';
  /** In file order. */
  readonly conditions: (situation: Situation) => Condition[];
  readonly amount: (situation: Situation) => Amount;
}

const condition = (fact: string, holds: boolean | null, lacks = fact): Condition => ({ fact, holds, lacks });
const lackingFact = (fact: string): Amount => ({ known: null, code: 'fact', fact });

/** 考核结果: passed holds, failed fails, pending or not given is unknown. */
const assessed = ({ assessment }: MonthFacts): Condition =>
  condition('assessment', assessment === 'passed' ? true : assessment === 'failed' ? false : null);

const inResettlement = (facts: MonthFacts): Condition => condition('resettlement', facts.resettlement, 'village');

const postIn = ({ post }: MonthFacts, posts: readonly string[]): Condition =>
  condition('post', post === null ? null : posts.includes(post));

function rate({ figure }: Situation, parameter: string): Amount {
  const known = figure(parameter);
  return known === null ? { known, code: 'no-figure', parameter } : { known };
}

function rateByArea(situation: Situation, prefix: string): Amount {
  const { area } = situation.facts;
  return area === null ? lackingFact('area') : rate(situation, `${prefix}/${area}`);
}

function flagged(fact: 'principal' | 'classTeacher' | 'boardingSchool' | 'townshipSchool', parameter: string): MonthlyClause {
  return {
    months: 'twelve',
    conditions: ({ facts }) => [condition(fact, facts[fact])],
    amount: (situation) => rate(situation, parameter),
  };
}

export const monthlyClauses = {
  /** 17: 骨干教师 by level and area, 每年按10个月计, 根据考核结果发放. */
  backbone: {
    months: 'ten',
    conditions: ({ facts }) => [condition('backboneLevel', facts.backboneLevel !== 'none'), assessed(facts)],
    amount: (situation) => rateByArea(situation, `backbone/${situation.facts.backboneLevel}`),
  },
  /** 17: 金凤区城乡名师; no figure above the district's level, unless every level is paid at the district's rate. */
  master: {
    months: 'ten',
    conditions: ({ facts, readings }) => {
      const conditions = [condition('masterLevel', facts.masterLevel !== 'none')];
      return readings['master-assessment'] === 'required' ? [...conditions, assessed(facts)] : conditions;
    },
    amount: (situation) => {
      const { facts, readings } = situation;
      return rateByArea(situation, `master/${readings['master-levels'] === 'all-levels' ? 'district' : facts.masterLevel}`);
    },
  },
  /** 19: 餐补 for everyone, 按城乡. */
  meal: {
    months: 'ten',
    conditions: () => [],
    amount: (situation) => rateByArea(situation, 'meal'),
  },
  /** 19: 交通补贴 for everyone, 按距离远近划分为两类. */
  transport: {
    months: 'ten',
    conditions: () => [],
    amount: (situation) => {
      const { commute } = situation.facts;
      return commute === null ? lackingFact('commute') : rate(situation, `transport/${commute}`);
    },
  },
  /** 19: 移民地区教师工资上浮一档. */
  'resettlement-uplift': {
    months: 'uplift',
    conditions: ({ facts, readings }) => {
      const onScale = ['established', 'special-post'];
      return [inResettlement(facts), postIn(facts, readings['uplift-posts'] === 'all-teachers' ? [...onScale, 'temporary'] : onScale)];
    },
    amount: ({ facts: { payStep, payStepIncrement }, payScale }) => {
      if (payStepIncrement !== null) return { known: exact(payStepIncrement) };
      if (payScale === null) return lackingFact('payStepIncrement');
      if (payStep === null) return lackingFact('payStep');
      if (payStep === payScale.last) return { known: exact('0') };
      const [own, above] = [payScale.steps[payStep], payScale.steps[payStep + 1]];
      return own === undefined || above === undefined ? lackingFact('payStepIncrement') : { known: exact(above).minus(exact(own)) };
    },
  },
  /** 19: 幼儿园聘用制教职工按照工资总额10%上浮. */
  'kindergarten-uplift': {
    months: 'uplift',
    conditions: ({ facts, readings }) => {
      const conditions = [postIn(facts, ['kindergarten-contract'])];
      return readings['kindergarten-uplift-area'] === 'district' ? conditions : [...conditions, inResettlement(facts)];
    },
    amount: (situation) => {
      const { monthlySalary } = situation.facts;
      if (monthlySalary === null) return lackingFact('monthlySalary');
      const percent = rate(situation, 'kindergarten-uplift/percent');
      return percent.known === null ? percent : { known: percentOf(exact(monthlySalary), percent.known) };
    },
  },
  /** 19: 落实校长、班主任津贴,寄宿制学校绩效工资; 落实乡镇教师待遇补贴政策. Promised without a figure. */
  principal: flagged('principal', 'principal/monthly'),
  'class-teacher': flagged('classTeacher', 'class-teacher/monthly'),
  boarding: flagged('boardingSchool', 'boarding/monthly'),
  township: flagged('townshipSchool', 'township/monthly'),
} as const satisfies Record<string, MonthlyClause>;

export type MonthlyAllowance = keyof typeof monthlyClauses;
