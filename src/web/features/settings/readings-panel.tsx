import { Button, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { ASK } from '../../../words/grammar/choice.ts';
import { AskingBadge, reasonKey } from '../../policy/asking-badge.tsx';
import { useCatalogue } from '../../policy/catalogue.ts';
import { useLabels } from '../../policy/labels.ts';
import { Quote } from '../../ui/quote.tsx';

/** The option in effect for each reading that was changed. */
export type ChosenReadings = Readonly<Record<string, string>>;

interface ReadingsPanelProps {
  readonly chosen: ChosenReadings;
  readonly onChange: (chosen: ChosenReadings) => void;
  /** What applies if nothing is chosen; the policy's defaults if absent. */
  readonly baseline?: ChosenReadings;
  /** Distinguishes panels on one page. */
  readonly name: string;
}

/** Every question that the document leaves open, with its options, the default and the reason for it. */
export function ReadingsPanel({ chosen, onChange, baseline = {}, name }: ReadingsPanelProps) {
  const { t } = useTranslation();
  const { say } = useLabels();
  const { policy } = useCatalogue();
  return (
    <div className="readings">
      <p className="hint">{t('readings.hint')}</p>
      {Object.values(policy.document.readings).some((one) => one.default === ASK) && <p className="hint">{t('readings.askingHint')}</p>}
      {Object.entries(policy.document.readings).map(([id, reading]) => {
        const usual = baseline[id] ?? reading.default;
        return (
          <fieldset key={id}>
            <legend>
              {say(reading.question)} {reading.default === ASK && <AskingBadge isOpen={(chosen[id] ?? usual) === ASK} />}
            </legend>
            <Radio.Group
              name={`${name}-${id}`}
              vertical
              value={chosen[id] ?? usual}
              onChange={({ target }) => onChange(withChoice(chosen, id, String(target.value), usual))}
            >
              {Object.entries(reading.options).map(([option, title]) => (
                <Radio key={option} value={option}>
                  {say(title)}
                  {option === reading.default && <span className="badge">{t('readings.default')}</span>}
                </Radio>
              ))}
            </Radio.Group>
            {reading.default === ASK && (chosen[id] ?? usual) !== ASK && (
              <Button size="small" onClick={() => onChange(withChoice(chosen, id, ASK, usual))}>
                {t('readings.reset')}
              </Button>
            )}
            <p className="hint">{t(reasonKey(reading), { reason: say(reading.reason) })}</p>
            <Quote clause={reading.clause} />
          </fieldset>
        );
      })}
      {Object.keys(chosen).length > 0 && (
        <Button size="small" onClick={() => onChange({})}>
          {t('readings.restore')}
        </Button>
      )}
    </div>
  );
}

/** An option that would apply anyway is not stored as a choice. */
function withChoice(chosen: ChosenReadings, id: string, option: string, usual: string): ChosenReadings {
  const { [id]: _before, ...rest } = chosen;
  return option === usual ? rest : { ...rest, [id]: option };
}
