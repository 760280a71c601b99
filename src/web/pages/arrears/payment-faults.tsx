import { useTranslation } from 'react-i18next';
import { MOST_ISSUES } from '../../../contract/wire/wording.ts';
import type { PaymentSheetFault } from '../../../roster/tables/payment-sheet.ts';
import { explainPaymentFault } from '../../../text/page/payments.ts';
import type { PaymentFault } from '../../compute/protocol/arrears.ts';
import { useLanguage } from '../../platform/i18n/language.ts';
import { useCatalogue } from '../../policy/catalogue.ts';
import { useLabels } from '../../policy/labels.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';

/** The rows of a table of payments that cannot be used, with the reason and the fix. */
export function PaymentFaults({ faults }: { faults: readonly (PaymentSheetFault | PaymentFault)[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { say } = useLabels();
  const { policy } = useCatalogue();
  type Numbered = (typeof faults)[number] & { readonly at: number };
  const sentence = (fault: Numbered) => {
    // People read and write the names of items, not their ids.
    const named = fault.params?.allowed ? { allowed: Object.values(policy.document.allowances).map(({ title }) => say(title)) } : {};
    return explainPaymentFault(fault.code, fault.field, { ...fault.params, ...named }, language);
  };
  const columns: Column<Numbered>[] = [
    { key: 'row', title: t('budget.row'), numeric: true, cell: ({ row }) => row },
    { key: 'column', title: t('budget.column'), cell: ({ field }) => (field === null ? t('unit.none') : t(`arrears.fields.${field}`)) },
    { key: 'why', title: t('budget.why'), cell: sentence },
  ];
  const heading = t(faults.length < MOST_ISSUES ? 'arrears.payments.faults' : 'arrears.payments.faultsMost', { count: faults.length });
  return (
    <section className="panel" aria-label={heading}>
      <h3>{heading}</h3>
      <DataTable
        caption={t('arrears.payments.faultsNote')}
        columns={columns}
        rows={faults.map((fault, at) => ({ ...fault, at }))}
        rowKey={({ at }) => String(at)}
        pageSize={20}
      />
    </section>
  );
}
