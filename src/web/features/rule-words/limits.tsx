import { useTranslation } from 'react-i18next';
import type { AllowanceNode } from '../../../policy/document/schema.ts';
import { useLabels } from '../../policy/labels.ts';
import { ByReading } from './by-reading.tsx';
import { isChoice } from './nodes.ts';

/** The first month paid to a person who joins during the year, and the last month paid to one who leaves. */
export function Limits({ allowance: { starts, stops } }: { allowance: Pick<AllowanceNode, 'starts' | 'stops'> }) {
  const { t } = useTranslation();
  const labels = useLabels();
  const from = (value: unknown, fact: string) =>
    t(value === 'next-month' ? 'policy.limits.nextMonth' : 'policy.limits.fromMonth', { fact });
  const last = (value: unknown, fact: string) =>
    t(value === 'previous-month' ? 'policy.limits.previousMonth' : 'policy.limits.toMonth', { fact });
  return (
    <>
      {starts && <Limit node={starts.from}>{(value) => from(value, labels.fact(starts.after))}</Limit>}
      {stops && <Limit node={stops.last}>{(value) => last(value, labels.fact(stops.at))}</Limit>}
    </>
  );
}

function Limit({ node, children }: { node: unknown; children: (value: unknown) => string }) {
  return isChoice(node) ? <ByReading node={node}>{children}</ByReading> : <div>{children(node)}</div>;
}
