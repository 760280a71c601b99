import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AmountNodeOf } from '../../../words/amounts/amount-words.ts';
import { groupDigits } from '../../ui/amounts.ts';
import { Labelled } from './by-reading.tsx';

interface BandsProps {
  readonly node: AmountNodeOf<'bands'>;
  /** The name of the number. */
  readonly fact: string;
  /** Renders the amount of a band. */
  readonly children: (amount: unknown) => ReactNode;
}

/** An amount by a number in bands, or by the band of each of its units. */
export function Bands({ node: { bands, progressive }, fact, children }: BandsProps) {
  const { t } = useTranslation();
  return (
    <>
      <div>{t(progressive ? 'policy.bands.progressive' : 'policy.bands.of', { fact })}</div>
      <ul className="cases">
        {bands.map(({ from, amount }, index) => (
          <li key={from}>
            <Labelled>{bandText(String(from), bands[index + 1]?.from, t)}</Labelled>
            {children(amount)}
          </li>
        ))}
      </ul>
    </>
  );
}

/** @param until the number at which the next band begins, if there is one */
function bandText(from: string, until: string | number | undefined, t: TFunction): string {
  const ends = { from: groupDigits(from), until: until === undefined ? '' : groupDigits(String(until)) };
  const isFirst = Number(from) === 0;
  if (until === undefined) return t(isFirst ? 'policy.bands.any' : 'policy.bands.over', ends);
  return t(isFirst ? 'policy.bands.under' : 'policy.bands.between', ends);
}
