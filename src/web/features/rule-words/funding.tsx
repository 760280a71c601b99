import type { ReactNode } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import type { SourceNode } from '../../../words/funding.ts';
import { useCatalogue } from '../../policy/catalogue.ts';
import { useLabels } from '../../policy/labels.ts';
import { Figure } from './figure.tsx';
import { figuresAt, isFigure } from './figures.ts';

/** The funding of an allowance: its sources, and what each of them bears if the text says so, level by level. */
export function Funding({ sources }: { sources: readonly SourceNode[] }) {
  const { t } = useTranslation();
  const { say } = useLabels();
  if (!sources.some(({ share, upTo, split }) => share ?? upTo ?? split)) return sources.map(say).join(t('app.listComma'));
  return (
    <ul className="cases">
      {sources.map((source) => (
        <li key={JSON.stringify(source)}>
          <Borne source={source} />
          {source.split && (
            <>
              {t('policy.sources.split')}
              <Funding sources={source.split} />
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

/** What a source bears of what its level has to bear. A table stands below the sentence. */
function Borne({ source }: { source: SourceNode }) {
  const { say } = useLabels();
  const { policy } = useCatalogue();
  const { upTo } = source;
  const parameter = source.share ?? upTo?.parameter;
  const names = { source: say(source) };
  if (parameter === undefined) return <Trans i18nKey="policy.sources.rest" values={names} />;
  const figures = figuresAt(policy.document, parameter);
  const isTable = figures !== null && !isFigure(figures.tree);
  const figure = <Figure parameter={parameter} by={source.by ?? upTo?.by ?? []} />;
  const within = (inline: ReactNode) => {
    if (!upTo) return <Trans i18nKey="policy.sources.share" values={names} components={{ share: <>{inline}</> }} />;
    const key = upTo.spread ? 'policy.sources.upToByMonth' : 'policy.sources.upTo';
    return <Trans i18nKey={key} values={names} components={{ standard: <>{inline}</> }} />;
  };
  if (!isTable) return within(figure);
  return (
    <>
      {within(<Trans i18nKey="policy.sources.byTable" />)}
      {figure}
    </>
  );
}
