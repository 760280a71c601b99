import { useTranslation } from 'react-i18next';
import { HISTORIC_PAY_SCALES, scalesIn } from '../../../policy/pay-scales.ts';
import { type TypedScale, wireScales } from './typed-scales.ts';

/** Which pay scale is in force in which months of the year, and that past ones only apply to their own months. */
export function ScalesInForce({ year, scales }: { year: string; scales: readonly TypedScale[] }) {
  const { t } = useTranslation();
  const folded = year.normalize('NFKC').trim();
  const spanOf = (from: string, to: string) => (from === to ? from : t('scales.span', { from, to }));
  const names = new Map<string | null, string>([
    ...scales.map(({ key }, index) => [`scale-${key}`, t('scales.scale', { number: index + 1 })] as const),
    ...HISTORIC_PAY_SCALES.map(({ id }) => [id, t('scales.historic', { id })] as const),
    [null, t('scales.none')],
  ]);
  const periods = HISTORIC_PAY_SCALES.map(({ from, to }) => spanOf(from, to)).join(t('app.listComma'));
  return (
    <>
      {/^20\d\d$/.test(folded) && (
        <p role="status">
          {t('scales.inForce', {
            list: stretches(Number(folded), scales)
              .map(({ from, to, id }) => t('app.colon', { label: spanOf(from, to), value: names.get(id) ?? id }))
              .join(t('app.semicolon')),
          })}
        </p>
      )}
      <p className="hint">{t('scales.historicNote', { periods })}</p>
    </>
  );
}

interface Stretch {
  readonly from: string;
  readonly to: string;
  readonly id: string | null;
}

/** Consecutive months with the same pay scale, or with none. */
function stretches(year: number, scales: readonly TypedScale[]): Stretch[] {
  const own = wireScales(scales).map(({ id, from, to }) => ({ id, from: from ?? '', to, steps: {} }));
  const found: Stretch[] = [];
  for (const [index, scale] of scalesIn(year, own).entries()) {
    const month = `${year}-${String(index + 1).padStart(2, '0')}`;
    const id = scale?.id ?? null;
    const last = found.at(-1);
    if (last?.id === id) found[found.length - 1] = { ...last, to: month };
    else found.push({ from: month, to: month, id });
  }
  return found;
}
