import { useTranslation } from 'react-i18next';
import type { Meaning } from '../../../../roster/cells/meaning.ts';
import type { RosterFault } from '../../../../roster/cells/roster-import.ts';
import type { Mapping } from '../../../../roster/columns/mapping.ts';
import { factOfFault } from '../../../../roster/people/place-fault.ts';
import { useCatalogue } from '../../../policy/catalogue.ts';
import { useLabels } from '../../../policy/labels.ts';
import { PickColumn } from './pick-column.tsx';

interface MissingColumnsProps {
  readonly mapping: Mapping;
  readonly faults: readonly RosterFault[];
  readonly disabled: boolean;
  readonly onChoose: (index: number, meaning: Meaning) => void;
}

/** Facts that the policy requires of everybody and that no column of the sheet gives: reported once, not only for every row. */
export function MissingColumns({ mapping, faults, disabled, onChoose }: MissingColumnsProps) {
  const { t } = useTranslation();
  const labels = useLabels();
  const { policy } = useCatalogue();
  const missing = policy.document.requires.filter(
    (id) =>
      !mapping.columns.some(({ meaning }) => factOfFault(meaning) === id) &&
      faults.some(({ code, fact, cell }) => code === 'required' && fact === id && cell === null),
  );
  if (missing.length === 0) return null;
  const columns = missing.map((id) => t('import.quoted', { name: labels.fact(id) })).join(t('app.listComma'));
  return (
    <p className="notice">
      {t('import.missingColumns', { columns })}
      {missing.map((fact) => (
        <PickColumn key={fact} mapping={mapping} fact={fact} disabled={disabled} onChoose={onChoose} />
      ))}
    </p>
  );
}
