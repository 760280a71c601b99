import type { TFunction } from 'i18next';

/** Months of one or several years in a few words: 1月–6月、9月–12月. @param months as on the wire, `YYYY-MM`, in order */
export function spokenMonths(months: readonly string[], t: TFunction): string {
  const years = [...new Set(months.map((month) => month.slice(0, 4)))];
  const spoken = years.map((year) => {
    const numbers = months.filter((month) => month.startsWith(year)).map((month) => Number(month.slice(5)));
    const stretches = numbers.reduce<[number, number][]>((list, number) => {
      const last = list.at(-1);
      if (last && last[1] === number - 1) last[1] = number;
      else list.push([number, number]);
      return list;
    }, []);
    const names = t('unit.monthNames', { returnObjects: true }) as string[];
    const nameOf = (number: number) => names[number - 1] as string;
    const text = stretches.map(([from, to]) => (from === to ? nameOf(from) : `${nameOf(from)}–${nameOf(to)}`)).join(t('app.listComma'));
    return years.length > 1 ? t('unit.monthsOfYear', { year, months: text }) : text;
  });
  return spoken.join(t('app.listComma'));
}
