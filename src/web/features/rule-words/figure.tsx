import { useTranslation } from 'react-i18next';
import type { ParameterNode } from '../../../policy/document/schema.ts';
import { useCatalogue } from '../../policy/catalogue.ts';
import { useLabels } from '../../policy/labels.ts';
import { useItemName } from '../../ui/quote.tsx';
import { rangeText } from '../../ui/range.ts';
import { figuresAt, isFigure } from './figures.ts';
import { RateTable } from './rate-table.tsx';
import { unitLabel, Value, valueText } from './value.tsx';

/** The figure of a parameter, or its table. */
export function Figure({ parameter, by = [] }: { parameter: string; by?: readonly string[] }) {
  const { policy } = useCatalogue();
  const figures = figuresAt(policy.document, parameter);
  if (!figures) return <code>{parameter}</code>;
  return isFigure(figures.tree) ? (
    <>
      <Value figure={figures.tree} node={figures.node} />
      <Origin node={figures.node} />
      <Range node={figures.node} />
      <Suggestion node={figures.node} />
    </>
  ) : (
    <>
      <RateTable parameter={parameter} figures={{ ...figures, by: by.length > 0 ? by : figures.by }} />
      <Origin node={figures.node} />
      <Range node={figures.node} />
    </>
  );
}

/** Where a figure is from that is not the document's own, with its words at hand. */
function Origin({ node: { clause } }: { node: ParameterNode }) {
  const { t } = useTranslation();
  const nameOf = useItemName();
  if (clause.document === undefined) return null;
  return (
    <span className="hint" title={clause.display ?? clause.quote}>
      {t('clause.from', { place: nameOf(clause) })}
    </span>
  );
}

/** The floor and the ceiling that the document sets. */
export function Range({ node }: { node: ParameterNode }) {
  const { t } = useTranslation();
  const range = rangeText(node, unitLabel(node, t), t);
  return range !== null && <div className="hint">{t('policy.figure.range', { range })}</div>;
}

/** The usual figure where the document has none. */
export function Suggestion({ node }: { node: ParameterNode }) {
  const { t } = useTranslation();
  const { say } = useLabels();
  if (!node.suggestion) return null;
  const { value, source } = node.suggestion;
  return <div className="hint">{t('policy.figure.suggestion', { value: valueText(value, node, t), source: say(source) })}</div>;
}
