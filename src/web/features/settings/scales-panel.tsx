import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { WireIssue } from '../../../contract/wire/wording.ts';
import { SCALE_TEMPLATE } from '../../../roster/tables/scale-sheet.ts';
import { saveText } from '../../platform/save-text.ts';
import { ScaleCard } from './scale-card.tsx';
import { ScalesInForce } from './scales-in-force.tsx';
import { nextScale, scalesToSend, type TypedScale } from './typed-scales.ts';

export interface ScalesProps {
  /** The year of the run, as typed. */
  readonly year: string;
  readonly scales: readonly TypedScale[];
  readonly onChange: (scales: readonly TypedScale[]) => void;
  /** The faults of the request. */
  readonly issues: readonly WireIssue[];
  /** The path of the pay scales in the request. */
  readonly base?: string;
  /** Distinguishes forms on one page. */
  readonly form: string;
}

/** The user's own pay scales: which is in force when, and a card for each. */
export function ScalesPanel({ year, scales, onChange, issues, base = '', form }: ScalesProps) {
  const { t } = useTranslation();
  const sent = scalesToSend(scales);
  const replace = (changed: TypedScale) => onChange(scales.map((scale) => (scale.key === changed.key ? changed : scale)));
  return (
    <div className="scales">
      <p className="hint">{t('scales.hint')}</p>
      <ScalesInForce year={year} scales={scales} />
      {scales.map((scale, index) => (
        <ScaleCard
          key={scale.key}
          scale={scale}
          number={index + 1}
          pointer={`${base}/payScales/${sent.includes(scale) ? sent.indexOf(scale) : sent.length}`}
          form={form}
          issues={issues}
          onChange={replace}
          onRemove={() => onChange(scales.filter(({ key }) => key !== scale.key))}
        />
      ))}
      <div className="buttons">
        <Button size="small" onClick={() => onChange([...scales, nextScale(scales)])}>
          {t('scales.add')}
        </Button>
        <Button size="small" onClick={() => saveText(t('scales.templateName'), SCALE_TEMPLATE)}>
          {t('scales.template')}
        </Button>
      </div>
    </div>
  );
}
