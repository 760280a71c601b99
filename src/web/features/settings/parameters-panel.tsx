import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { FigureNode } from '../../../policy/document/schema.ts';
import { pointerStep } from '../../platform/pointer.ts';
import { type PageParameter, useCatalogue } from '../../policy/catalogue.ts';
import { useLabels } from '../../policy/labels.ts';
import { UNIT_WORDS } from '../../policy/units.ts';
import { Field, fieldId } from '../../ui/field.tsx';
import { rangeText } from '../../ui/range.ts';
import { FigureInput } from './figure-input.tsx';
import { type TypedFigures, wireFigures } from './typed-figures.ts';

interface ParametersPanelProps {
  readonly figures: TypedFigures;
  readonly onChange: (figures: TypedFigures) => void;
  /** What applies if nothing is typed; the document's figures if absent. */
  readonly baseline?: TypedFigures;
  /** The faults of the request by pointer. */
  readonly faults: ReadonlyMap<string, string>;
  /** The path of the parameters in the request. */
  readonly base?: string;
  /** Distinguishes forms on one page. */
  readonly form: string;
  /** Whether the document's figures can be chosen in place of the baseline's. */
  readonly canReturn?: boolean;
}

/** Every rate of the policy: the undetermined ones first, then those that the document gives. */
export function ParametersPanel(props: ParametersPanelProps) {
  const { t } = useTranslation();
  const { parameters } = useCatalogue();
  return (
    <div className="parameters">
      <p className="hint">{t('parameters.hint')}</p>
      <h4>{t('parameters.awaited')}</h4>
      <Rates {...props} parameters={parameters.filter(({ figure }) => figure === null)} />
      <h4>{t('parameters.known')}</h4>
      <Rates {...props} parameters={parameters.filter(({ figure }) => figure !== null)} />
    </div>
  );
}

function Rates({
  figures,
  onChange,
  baseline = {},
  faults,
  base = '',
  form,
  canReturn = false,
  parameters,
}: ParametersPanelProps & { parameters: readonly PageParameter[] }) {
  const { t } = useTranslation();
  const labels = useLabels();
  const shared = wireFigures(baseline);
  return (
    <div className="rates">
      {parameters.map(({ key, figure, unit, period, suggestion, ends }) => {
        const range = rangeText(ends, UNIT_WORDS[unit].after({ period }, t), t);
        const hints = [range === null ? '' : t('parameters.range', { range }), suggestion ? labels.say(suggestion.source) : ''];
        const pointer = `${base}/parameters/${pointerStep(key)}`;
        return (
          <Field
            key={key}
            id={fieldId(pointer, form)}
            label={labels.parameter(key)}
            fault={faults.get(pointer)}
            hint={hints.filter(Boolean).join(' ') || undefined}
          >
            {(control) => (
              <FigureInput
                control={control}
                label={labels.parameter(key)}
                pointer={pointer}
                form={form}
                faults={faults}
                figure={figures[key]}
                placeholder={placeholderOf(figure, figures[key] === null ? undefined : shared[key], t)}
                instead={canReturn && shared[key] !== undefined ? (figure === null ? 'toAwaited' : 'toOwn') : null}
                unit={UNIT_WORDS[unit].after({ period }, t)}
                onChange={(typed) => onChange({ ...figures, [key]: typed })}
              />
            )}
          </Field>
        );
      })}
    </div>
  );
}

/** What applies if nothing is typed. */
function placeholderOf(figure: FigureNode, baseline: Exclude<FigureNode, null> | undefined, t: TFunction): string {
  if (typeof baseline === 'string') return t('parameters.baseline', { value: baseline });
  if (baseline)
    return t('parameters.baseline', { value: baseline.map((dated) => t('parameters.from', { ...dated })).join(t('app.comma')) });
  return figure === null ? t('unit.awaited') : t('parameters.own', { value: figureText(figure, t) });
}

/** A figure, or its values with the months from which they apply; the first needs no month. */
function figureText(figure: NonNullable<FigureNode>, t: TFunction): string {
  if (typeof figure === 'string') return figure;
  return figure.map(({ from, value }, index) => (index === 0 ? value : t('parameters.from', { from, value }))).join(t('app.comma'));
}
