import { Button, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import './choices.css';
import { type ControlProps, fieldId } from '../../ui/field.tsx';
import type { DatedFigure, TypedFigure } from './typed-figures.ts';

interface FigureInputProps {
  readonly control: ControlProps;
  /** The name of the figure. */
  readonly label: string;
  /** Its path in the request. */
  readonly pointer: string;
  readonly form: string;
  readonly faults: ReadonlyMap<string, string>;
  readonly figure: TypedFigure | undefined;
  readonly placeholder: string;
  readonly unit: string;
  /** What the document has, where that can be chosen in place of the shared figure. */
  readonly instead?: 'toOwn' | 'toAwaited' | null;
  readonly onChange: (figure: TypedFigure) => void;
}

/** A figure for the whole year, or one that changes during it: a value for each month from which a new one applies. */
export function FigureInput({
  control,
  label,
  pointer,
  form,
  faults,
  figure = '',
  placeholder,
  unit,
  instead,
  onChange,
}: FigureInputProps) {
  const { t } = useTranslation();
  if (typeof figure === 'string' || figure === null) {
    const text = figure ?? '';
    const turn = figure === null ? 'toShared' : figure.trim() === '' ? instead : null;
    return (
      <div className="figure">
        <Input
          {...control}
          status={control['aria-invalid'] ? 'error' : ''}
          value={text}
          placeholder={placeholder}
          suffix={unit}
          inputMode="decimal"
          autoComplete="off"
          onChange={({ target }) => onChange(target.value)}
        />
        <Button
          size="small"
          type="text"
          aria-label={t('dated.beginOf', { parameter: label })}
          onClick={() => onChange([{ from: '', value: text }])}
        >
          {t('dated.begin')}
        </Button>
        {turn && (
          <Button
            size="small"
            type="text"
            aria-label={t(`parameters.${turn}Of`, { parameter: label })}
            onClick={() => onChange(figure === null ? '' : null)}
          >
            {t(`parameters.${turn}`)}
          </Button>
        )}
      </div>
    );
  }
  const change = (at: number, dated: DatedFigure) => onChange(figure.map((one, index) => (index === at ? dated : one)));
  const remove = (at: number) => {
    const rest = figure.filter((_, index) => index !== at);
    onChange(rest.length > 0 ? rest : '');
  };
  return (
    <div className="figure-dates">
      {figure.map(({ from, value }, at) => {
        const fault = (part: 'from' | 'value') => faults.get(`${pointer}/${at}/${part}`);
        const about = { parameter: label, number: at + 1 };
        const described = fault('from') ?? fault('value');
        const faultId = `${fieldId(pointer, form)}.${at}-fault`;
        const props = (part: 'from' | 'value') => ({
          'aria-invalid': fault(part) !== undefined || undefined,
          'aria-describedby': fault(part) === undefined ? undefined : faultId,
          status: fault(part) === undefined ? ('' as const) : ('error' as const),
          autoComplete: 'off',
        });
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name but their place
          <div key={at} className="figure-date">
            <Input
              {...props('from')}
              id={at === 0 ? control.id : undefined}
              aria-label={t('dated.from', about)}
              value={from}
              placeholder={t('fields.monthFormat')}
              onChange={({ target }) => change(at, { from: target.value, value })}
            />
            <Input
              {...props('value')}
              aria-label={t('dated.value', about)}
              value={value}
              inputMode="decimal"
              onChange={({ target }) => change(at, { from, value: target.value })}
            />
            <Button size="small" type="text" danger aria-label={t('dated.remove', about)} onClick={() => remove(at)}>
              {'\u00d7'}
            </Button>
            {described !== undefined && (
              <div className="fault" id={faultId}>
                {described}
              </div>
            )}
          </div>
        );
      })}
      <div className="figure-more">
        <Button
          size="small"
          type="text"
          aria-label={t('dated.addOf', { parameter: label })}
          onClick={() => onChange([...figure, { from: '', value: '' }])}
        >
          {t('dated.add')}
        </Button>
        <span className="hint">{unit}</span>
      </div>
    </div>
  );
}
