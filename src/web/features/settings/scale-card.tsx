import { Alert, Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WireIssue } from '../../../contract/wire/wording.ts';
import { decodeText, UndecodableTextError } from '../../../roster/sheet/decode.ts';
import type { Refusal } from '../../../roster/sheet/refusal.ts';
import { isPayStep, readScaleSheet } from '../../../roster/tables/scale-sheet.ts';
import { explainRefusal } from '../../../text/page/roster.ts';
import { useLanguage } from '../../platform/i18n/language.ts';
import { faultsByPointer } from '../../platform/pointer.ts';
import { Field, fieldId } from '../../ui/field.tsx';
import { FileButton } from '../../ui/file-button.tsx';
import { ScaleFaults } from './scale-faults.tsx';
import type { TypedScale } from './typed-scales.ts';

/** A pay scale has 65 rows. */
const MOST_BYTES = 2 ** 20;

interface ScaleCardProps {
  readonly scale: TypedScale;
  /** 1-based. */
  readonly number: number;
  /** Its path in the request. */
  readonly pointer: string;
  readonly form: string;
  readonly issues: readonly WireIssue[];
  readonly onChange: (scale: TypedScale) => void;
  readonly onRemove: () => void;
}

/** One pay scale: its months in force, its steps from a file, pasted or typed, and its faults. */
export function ScaleCard({ scale, number, pointer, form, issues, onChange, onRemove }: ScaleCardProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const faults = faultsByPointer(issues);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const take = (text: string) => {
    setRefusal(null);
    onChange({ ...scale, text, sheet: readScaleSheet(text) });
  };
  const open = async (file: File) => {
    if (file.size > MOST_BYTES) {
      setRefusal({ refused: 'too-large', params: { maximum: MOST_BYTES } });
      return;
    }
    try {
      take(decodeText(new Uint8Array(await file.arrayBuffer())).replace(/^\ufeff/, ''));
    } catch (error) {
      if (!(error instanceof UndecodableTextError)) throw error;
      setRefusal(error.refusal);
    }
  };
  const steps = Object.keys(scale.sheet.steps).filter(isPayStep).map(Number);
  const month = (end: 'from' | 'to') => (
    <Field
      id={fieldId(`${pointer}/${end}`, form)}
      label={t(`scales.${end}`)}
      required={end === 'from'}
      fault={faults.get(`${pointer}/${end}`)}
      hint={end === 'to' ? t('scales.toHint') : undefined}
    >
      {(control) => (
        <Input
          {...control}
          status={control['aria-invalid'] ? 'error' : ''}
          value={scale[end]}
          placeholder={t('fields.monthFormat')}
          autoComplete="off"
          onChange={({ target }) => onChange({ ...scale, [end]: target.value })}
        />
      )}
    </Field>
  );
  return (
    <fieldset className="scale">
      <legend>{t('scales.scale', { number })}</legend>
      <div className="scale-months">
        {month('from')}
        {month('to')}
      </div>
      <Field
        id={fieldId(`${pointer}/steps`, form)}
        label={t('scales.text')}
        required
        fault={faults.has(`${pointer}/steps`) ? t('scales.nothing') : undefined}
        hint={steps.length > 0 ? t('scales.read', { count: steps.length, first: Math.min(...steps), last: Math.max(...steps) }) : undefined}
      >
        {(control) => (
          <Input.TextArea
            {...control}
            status={control['aria-invalid'] ? 'error' : ''}
            className="scale-text"
            value={scale.text}
            placeholder={t('scales.textFormat')}
            autoSize={{ minRows: 4, maxRows: 12 }}
            spellCheck={false}
            onChange={({ target }) => take(target.value)}
          />
        )}
      </Field>
      {refusal && <Alert type="error" showIcon title={explainRefusal(refusal.refused, refusal.params, language)} />}
      <ScaleFaults sheet={scale.sheet} pointer={`${pointer}/steps/`} number={number} issues={issues} />
      <div className="buttons">
        <FileButton size="small" accept=".csv,.txt,text/csv" label={t('scales.open', { number })} onFile={(file) => void open(file)} />
        <Button size="small" type="text" danger onClick={onRemove}>
          {t('scales.remove', { number })}
        </Button>
      </div>
    </fieldset>
  );
}
