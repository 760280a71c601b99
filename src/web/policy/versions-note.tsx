import { useTranslation } from 'react-i18next';
import type { Head } from '../../contract/wire/head.ts';
import { useLabels } from './labels.ts';
import { usePolicies } from './policies.ts';

interface VersionsNoteProps extends Pick<Head, 'versions'> {
  /** Set if the run has several years. */
  readonly year?: number | undefined;
}

/** Lists which document governs which months, unless one document governs the whole year. */
export function VersionsNote({ versions = [], year }: VersionsNoteProps) {
  const { t } = useTranslation();
  const { say } = useLabels();
  const policies = usePolicies();
  if (versions.length === 0) return null;
  const titleOf = (id: string, version: string) => {
    const policy = policies.find((one) => one.document.id === id && one.version === version);
    return policy ? say(policy.document.title) : id;
  };
  return (
    <p className="notice">
      {year === undefined ? t('app.versions') : t('app.versionsIn', { year })}
      {versions
        .map(({ id, version, from, to }) =>
          t('app.versionMonths', { from: Number(from.slice(5)), to: Number(to.slice(5)), title: titleOf(id, version) }),
        )
        .join(t('app.semicolon'))}
      {t('app.sentenceEnd')}
    </p>
  );
}
