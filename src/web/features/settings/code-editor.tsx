import { Button, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { pointerStep } from '../../platform/pointer.ts';
import { pageFact, useCatalogue } from '../../policy/catalogue.ts';
import { classification, useCodeTitle } from '../../policy/code-titles.ts';
import { useLabels } from '../../policy/labels.ts';
import { Field, fieldId } from '../../ui/field.tsx';
import { countTyped, NO_TYPED_CODES, type TypedCodes } from './own-codes.ts';

interface CodeEditorProps {
  readonly typed: TypedCodes;
  readonly onChange: (typed: TypedCodes) => void;
  /** The faults of the request by pointer. */
  readonly faults: ReadonlyMap<string, string>;
}

/** The code of each item and each stage; the user may set another. */
export function CodeEditor({ typed, onChange, faults }: CodeEditorProps) {
  const { t } = useTranslation();
  const { say } = useLabels();
  const catalogue = useCatalogue();
  const { economic, functional } = classification;
  const stage = pageFact(catalogue, functional.by);
  const stages = stage.type === 'enum' ? Object.entries(stage.values) : [];
  const allowances = Object.entries(catalogue.policy.document.allowances);
  const changed = countTyped(typed);
  const fields = (kind: keyof TypedCodes, rules: readonly Rule[]) => (
    <div className="rates">
      {rules.map((rule) => (
        <CodeField
          key={rule.id}
          pointer={`/budgetCodes/${kind}/${pointerStep(rule.id)}`}
          rule={rule}
          typed={typed[kind][rule.id] ?? ''}
          onChange={(code) => onChange({ ...typed, [kind]: { ...typed[kind], [rule.id]: code } })}
          faults={faults}
        />
      ))}
    </div>
  );
  return (
    <details className="code-editor">
      <summary>
        {t('codes.edit')}
        {changed > 0 && <span className="count">{t('codes.changed', { count: changed })}</span>}
      </summary>
      <p className="hint">{t('codes.hint')}</p>
      <h4>{t('budget.economic')}</h4>
      {fields(
        'allowances',
        allowances.map(([id, { title, economicCode }]) => ({ id, label: say(title), usual: economicCode })),
      )}
      {fields(
        'exceptions',
        Object.entries(economic).map(([id, { title, code }]) => ({ id, label: say(title), usual: code })),
      )}
      <h4>{t('budget.functional')}</h4>
      {fields(
        'functional',
        stages.map(([id, title]) => ({ id, label: say(title), usual: functional.codes[id] ?? null })),
      )}
      {changed > 0 && (
        <Button size="small" onClick={() => onChange(NO_TYPED_CODES)}>
          {t('codes.restore')}
        </Button>
      )}
    </details>
  );
}

/** What a code is assigned to, and its code unless another is typed; `null` for none. */
interface Rule {
  readonly id: string;
  readonly label: string;
  readonly usual: string | null;
}

interface CodeFieldProps {
  readonly pointer: string;
  readonly rule: Rule;
  readonly typed: string;
  readonly onChange: (code: string) => void;
  readonly faults: ReadonlyMap<string, string>;
}

function CodeField({ pointer, rule: { label, usual }, typed, onChange, faults }: CodeFieldProps) {
  const { t } = useTranslation();
  const titled = useCodeTitle();
  const own = typed.normalize('NFKC').trim();
  return (
    <Field
      id={fieldId(pointer, 'budget')}
      label={label}
      fault={faults.get(pointer)}
      hint={own === '' || own === usual ? (usual === null ? t('codes.none') : titled(usual)) : titled(own)}
    >
      {(control) => (
        <Input
          {...control}
          status={control['aria-invalid'] ? 'error' : ''}
          value={typed}
          placeholder={usual ?? t('codes.none')}
          inputMode="numeric"
          autoComplete="off"
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  );
}
