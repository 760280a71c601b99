import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCatalogue } from '../../../policy/catalogue.ts';
import { useLabels } from '../../../policy/labels.ts';
import { documentName } from '../contents/basis.ts';
import { type PersonOnPaper, PersonPaper } from './person-paper.tsx';
import { PrintView } from './print-view.tsx';
import { UnitField } from './unit-field.tsx';
import { usePrinting } from './use-printing.ts';
import { useUnit } from './use-unit.ts';

interface PersonPrintProps {
  readonly person: PersonOnPaper;
  /** The paths of the page that shows it. */
  readonly paths: readonly string[];
  readonly disabled?: boolean;
}

/** The paper of one teacher, and the button that leads to it. */
export function PersonPrint({ person, paths, disabled = false }: PersonPrintProps) {
  const { t } = useTranslation();
  const { policy } = useCatalogue();
  const { say } = useLabels();
  const { paper, open, close } = usePrinting(paths, ['person'] as const);
  const [unit, setUnit] = useUnit();
  const { result, record } = person;
  const name = [record.name, record.id].filter(Boolean).join(' ');
  const title = t('print.papers.person', { year: result.year });
  const foot = t('print.foot', { title: `${title} ${name}`, policy: documentName(policy, say), version: result.policy.version });
  return (
    <>
      <Button disabled={disabled} onClick={() => open('person')}>
        {t('print.menu.person')}
      </Button>
      {paper && (
        <PrintView title={`${title} ${name}`} foot={foot} controls={<UnitField unit={unit} onChange={setUnit} />} onClose={close}>
          <PersonPaper title={title} unit={unit} {...person} />
        </PrintView>
      )}
    </>
  );
}
