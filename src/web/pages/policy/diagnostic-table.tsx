import { useTranslation } from 'react-i18next';
import type { Fault } from '../../../policy/reading/fault.ts';
import { explainFault } from '../../../text/policy-faults/explain.ts';
import { useLanguage } from '../../platform/i18n/language.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';

/** Faults or warnings of a policy file, with their positions. */
export function DiagnosticTable({ caption, diagnostics }: { caption: string; diagnostics: readonly Fault[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const columns: Column<Fault & { readonly at: number }>[] = [
    { key: 'line', title: t('policy.open.line'), numeric: true, cell: ({ line }) => line },
    { key: 'column', title: t('policy.open.column'), numeric: true, cell: ({ column }) => column },
    { key: 'path', title: t('policy.open.path'), cell: ({ path }) => <code>{path}</code> },
    { key: 'code', title: t('policy.open.code'), cell: ({ code }) => <code>{code}</code> },
    { key: 'why', title: t('policy.open.why'), cell: (fault) => explainFault(fault, language) },
  ];
  const rows = diagnostics.map((fault, at) => ({ ...fault, at }));
  return <DataTable caption={caption} columns={columns} rows={rows} rowKey={({ at }) => String(at)} pageSize={20} />;
}
