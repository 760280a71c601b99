import { Alert, Button, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { paymentTemplate } from '../../../roster/tables/payment-sheet.ts';
import { explainPaymentNote } from '../../../text/page/payments.ts';
import { explainRefusal } from '../../../text/page/roster.ts';
import { useLanguage } from '../../platform/i18n/language.ts';
import { saveText } from '../../platform/save-text.ts';
import { useCatalogue } from '../../policy/catalogue.ts';
import { useLabels } from '../../policy/labels.ts';
import { groupCount } from '../../ui/amounts.ts';
import { Field } from '../../ui/field.tsx';
import { FileButton, ROSTERS } from '../../ui/file-button.tsx';
import { ProgressLine } from '../../ui/progress-line.tsx';
import { PaymentFaults } from './payment-faults.tsx';
import type { ArrearsState } from './state.ts';
import type { Paid } from './use-paid.ts';

interface PaymentsPanelProps {
  readonly state: ArrearsState;
  readonly onChange: (state: ArrearsState) => void;
  readonly paid: Paid;
}

/** A table of payments, from a file or pasted. */
export function PaymentsPanel({ state, onChange, paid: { summary, busy, progress, problem, open, cancel } }: PaymentsPanelProps) {
  const { t } = useTranslation();
  const { say } = useLabels();
  const language = useLanguage();
  const { policy } = useCatalogue();
  const items = Object.values(policy.document.allowances).map(({ title }) => say(title));
  const { file } = state;
  const rows = summary && summary.faults.length === 0 ? groupCount(summary.rows) : null;
  return (
    <>
      <p className="hint">{t('arrears.payments.hint')}</p>
      <div className="buttons">
        <FileButton
          accept={ROSTERS}
          size="small"
          label={t('arrears.payments.open')}
          disabled={busy}
          onFile={(chosen) => void open(chosen)}
        />
        <Button size="small" onClick={() => saveText(t('arrears.payments.templateName'), paymentTemplate(items))}>
          {t('arrears.payments.template')}
        </Button>
        {file && (
          <Button size="small" onClick={() => onChange({ ...state, file: null })}>
            {t('arrears.payments.remove')}
          </Button>
        )}
      </div>
      {busy && (
        <ProgressLine progress={progress} onCancel={cancel}>
          <p role="status">{t('arrears.payments.reading')}</p>
        </ProgressLine>
      )}
      {problem && (
        <Alert
          type="error"
          showIcon
          title={problem === 'crashed' ? t('app.crashed') : explainRefusal(problem.refused, problem.params, language)}
        />
      )}
      <p role="status" className="read-status">
        {rows !== null && (file ? t('arrears.payments.read', { name: file.name, rows }) : t('arrears.payments.pasted', { rows }))}
      </p>
      {rows !== null &&
        (['repeated', 'recoveries'] as const).map((name) => {
          const count = summary?.[name] ?? 0;
          return count === 0 ? null : (
            <p className="notice" key={name}>
              {t(`arrears.payments.${name}`, { count: groupCount(count) })}
            </p>
          );
        })}
      {rows !== null &&
        summary?.notes.map(({ code, params }) => (
          <p className="notice" key={code}>
            {explainPaymentNote(code, params, language)}
          </p>
        ))}
      {!file && (
        <Field id="arrears-pasted" label={t('arrears.payments.paste')}>
          {({ id }) => (
            <Input.TextArea
              id={id}
              value={state.pasted}
              placeholder={t('arrears.payments.pasteFormat')}
              autoSize={{ minRows: 4, maxRows: 12 }}
              spellCheck={false}
              onChange={({ target }) => onChange({ ...state, pasted: target.value })}
            />
          )}
        </Field>
      )}
      {summary && summary.faults.length > 0 && <PaymentFaults faults={summary.faults} />}
    </>
  );
}
