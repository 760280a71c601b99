/** `jinfeng-2021` for the reference budget. */
import { readingOptions } from './clauses.ts';
import { factsByMonth, monthsOf } from './facts.ts';
import { figureAt, ownFigures } from './figures.ts';
import { type Allowance, allowances, completeReadings, referenceEntitlement, referenceMissingMonths } from './jinfeng.ts';
import type { ReferencePolicy, ReferenceRun } from './policy.ts';

/** 经济分类: 餐补 30106 伙食补助费, 绩效 30107, studio running cost under 302, the rest 30102 津贴补贴. */
const codes: Readonly<Partial<Record<Allowance, string>>> = { meal: '30106', boarding: '30107', 'studio-running': '302' };

const outside = ({ year, asIfInForce = false }: ReferenceRun): string[] =>
  asIfInForce ? [] : monthsOf(year).filter((month) => month < '2021-08');

const under = (prefix: string): string[] => Object.keys(ownFigures).filter((key) => key.startsWith(prefix));

/** The figures that each allowance may read, by the readings that are chosen. */
function figuresRead({ readings }: ReferenceRun): Readonly<Record<Allowance, readonly string[]>> {
  const studio = ['studio/annual', 'studio/host-share'];
  return {
    backbone: under('backbone/'),
    master: under(completeReadings(readings)['master-levels'] === 'all-levels' ? 'master/district/' : 'master/'),
    'studio-host': studio,
    'studio-running': studio,
    talent: under('talent/'),
    meal: under('meal/'),
    transport: under('transport/'),
    'resettlement-uplift': [],
    'kindergarten-uplift': ['kindergarten-uplift/percent'],
    principal: ['principal/monthly'],
    'class-teacher': ['class-teacher/monthly'],
    boarding: ['boarding/monthly'],
    township: ['township/monthly'],
  };
}

export const jinfengPolicy: ReferencePolicy = {
  allowances: allowances.map((id) => ({
    id,
    payee: id === 'studio-running' ? 'institution' : 'teacher',
    economicCode: codes[id] ?? '30102',
  })),
  readings: Object.fromEntries(Object.entries(readingOptions).map(([id, options]) => [id, { default: options[0], options }])),
  entitle: (run, teacher) => referenceEntitlement({ ...run, teacher }),
  missingMonths: (run, teacher) => referenceMissingMonths({ ...run, teacher }),
  facts: ({ year, places }, teacher) => factsByMonth(year, teacher, places?.resettlement),
  outside,
  envelopes({ year, parameters = {}, asIfInForce = false }) {
    if (year < 2021 && !asIfInForce) return [];
    const amountOf = (key: string): string | null => figureAt(parameters, key, `${year}-12`)?.toFixed(2) ?? null;
    return [
      { id: 'training', amount: amountOf('training/annual'), parts: [{ id: 'kindergarten', amount: amountOf('training/kindergarten') }] },
    ];
  },
  awaited(run) {
    const { year, parameters = {} } = run;
    const months = monthsOf(year).filter((month) => !outside(run).includes(month));
    const isAwaited = (key: string): boolean => months.some((month) => figureAt(parameters, key, month) === null);
    const read = figuresRead(run);
    return allowances.flatMap((allowance) => read[allowance].filter(isAwaited).map((parameter) => ({ allowance, parameter })));
  },
};
