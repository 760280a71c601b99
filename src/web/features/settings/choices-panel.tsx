import { useTranslation } from 'react-i18next';
import { useCatalogue } from '../../policy/catalogue.ts';
import { type Choices, countChoices, NO_CHOICES } from './choices.ts';
import { ParametersPanel } from './parameters-panel.tsx';
import { PlacesPanel } from './places-panel.tsx';
import { ReadingsPanel } from './readings-panel.tsx';

interface ChoicesPanelProps<T extends Choices> {
  readonly choices: T;
  readonly onChange: (choices: T) => void;
  /** What applies if nothing is chosen; the document if absent. */
  readonly baseline?: Choices;
  readonly faults: ReadonlyMap<string, string>;
  /** The path of the choices in the request. */
  readonly base?: string;
  /** Distinguishes forms on one page. */
  readonly form: string;
  /** Whether the document's figures and places can be chosen in place of the baseline's. */
  readonly canReturn?: boolean;
}

/** Everything that a budget or a scenario may choose: readings, rates, places. */
export function ChoicesPanel<T extends Choices>({
  choices,
  onChange,
  baseline = NO_CHOICES,
  faults,
  base = '',
  form,
  canReturn = false,
}: ChoicesPanelProps<T>) {
  const { t } = useTranslation();
  const { policy } = useCatalogue();
  const { readings, figures, places } = countChoices(choices);
  return (
    <>
      <details>
        <summary>
          {t('readings.title')}
          {readings > 0 && <span className="count">{t('readings.changed', { count: readings })}</span>}
        </summary>
        <ReadingsPanel
          name={form}
          chosen={choices.readings}
          baseline={baseline.readings}
          onChange={(chosen) => onChange({ ...choices, readings: chosen })}
        />
      </details>
      <details>
        <summary>
          {t('parameters.title')}
          {figures > 0 && <span className="count">{t('parameters.changed', { count: figures })}</span>}
        </summary>
        <ParametersPanel
          {...{ form, base, faults, canReturn }}
          figures={choices.figures}
          baseline={baseline.figures}
          onChange={(typed) => onChange({ ...choices, figures: typed })}
        />
      </details>
      {Object.keys(policy.document.places).length > 0 && (
        <details>
          <summary>
            {t('places.title')}
            {places > 0 && <span className="count">{t('places.changed')}</span>}
          </summary>
          <PlacesPanel
            {...{ form, base, faults, canReturn }}
            chosen={choices.places}
            baseline={baseline.places}
            onChange={(typed) => onChange({ ...choices, places: typed })}
          />
        </details>
      )}
    </>
  );
}
