import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { explainRefusal } from '../../../text/page/roster.ts';
import { useLanguage } from '../../platform/i18n/language.ts';
import { ProgressLine } from '../../ui/progress-line.tsx';
import type { RosterLoader } from './use-roster-loader.ts';

const PROBLEMS = { crashed: 'app.crashed', loadFailed: 'budget.loadFailed', stale: 'import.gone' } as const;

/** That a roster is being read, or why it could not be. */
export function LoaderState({ loader: { busy, progress, problem, cancel } }: { loader: RosterLoader }) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (busy) {
    return (
      <ProgressLine progress={progress} onCancel={cancel}>
        <p role="status">{t('budget.reading')}</p>
      </ProgressLine>
    );
  }
  if (problem === null) return null;
  const sentence = typeof problem === 'object' ? explainRefusal(problem.refused, problem.params, language) : t(PROBLEMS[problem]);
  return <Alert type="error" showIcon title={sentence} />;
}
