import { useTranslation } from 'react-i18next';
import type { TeacherRecord } from '../../../../facts/teacher-schema.ts';
import { type Catalogue, useCatalogue } from '../../../policy/catalogue.ts';
import { type Labels, useLabels } from '../../../policy/labels.ts';
import { groupDigits } from '../../../ui/amounts.ts';
import { changesInOrder } from './changes-in-order.ts';

const FACTS_A_ROW = 3;

interface Told {
  readonly label: string;
  readonly value: string;
}

/** The facts given for a teacher, and the changes during the year. */
export function PersonFacts({ record: { changes, ...facts } }: { record: TeacherRecord }) {
  const { t } = useTranslation();
  const labels = useLabels();
  const catalogue = useCatalogue();
  const told = factsTold(facts, labels, catalogue, t('print.person.unknown'));
  const rows = Array.from({ length: Math.ceil(told.length / FACTS_A_ROW) }, (_, row) =>
    told.slice(row * FACTS_A_ROW, (row + 1) * FACTS_A_ROW),
  );
  return (
    <>
      <table className="person-facts">
        <tbody>
          {rows.map((row) => (
            <tr key={row[0]?.label}>
              {row.map(({ label, value }) => [
                <th key={label} scope="row">
                  {label}
                </th>,
                <td key={`${label} value`}>{value}</td>,
              ])}
              {row.length < FACTS_A_ROW && <td colSpan={2 * (FACTS_A_ROW - row.length)} />}
            </tr>
          ))}
        </tbody>
      </table>
      {changesInOrder(changes ?? []).map(({ from, ...changed }) => (
        <p key={String(from)} className="small">
          {t('print.person.change', {
            from,
            facts: factsTold(changed, labels, catalogue, t('print.person.unknown'))
              .map(({ label, value }) => t('app.colon', { label, value }))
              .join(t('app.comma')),
          })}
        </p>
      ))}
    </>
  );
}

/** Facts in the order of the dictionary. @param unknown shown for a fact that is no longer known */
function factsTold(facts: Readonly<Record<string, unknown>>, labels: Labels, catalogue: Catalogue, unknown: string): Told[] {
  return [...catalogue.facts.values()].flatMap(({ id, type }) => {
    const value = facts[id];
    if (value === undefined) return [];
    const text =
      value === null ? unknown : type === 'money' ? groupDigits(String(value)) : labels.value(id, value as string | number | boolean);
    return [{ label: labels.fact(id), value: text }];
  });
}
