import { Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import type { BudgetResult } from '../../../../contract/budget/budget-result.ts';
import {
  hasPresent,
  isPriced,
  kindKey,
  sumOfSplit,
  type Target,
  type TypedSplit,
  type TypedTargets,
} from '../../../features/budget/typed-targets.ts';
import { ClauseLink } from '../../../policy/clause-link.tsx';
import { useLabels } from '../../../policy/labels.ts';
import { groupCount, groupDigits } from '../../../ui/amounts.ts';

type Met = NonNullable<BudgetResult['scenarios'][number]['targets']>[number];

interface TargetFieldsProps {
  readonly targets: readonly Target[];
  readonly typed: TypedTargets;
  /** The results for this scenario's targets. */
  readonly met: readonly Met[];
  readonly onChange: (typed: TypedTargets) => void;
}

/** The targets of the document that a scenario assumes to be met, and how their people are split. */
export function TargetFields({ targets, typed, met, onChange }: TargetFieldsProps) {
  const { t } = useTranslation();
  return (
    <div className="targets">
      <p className="hint">{t('whatIf.targets.hint')}</p>
      {targets.filter(isPriced).map((target) => (
        <TargetField
          key={target.id}
          target={target}
          split={typed[target.id]}
          met={met.find((one) => one.target === target.id)}
          onChange={(split) => {
            const { [target.id]: _before, ...rest } = typed;
            onChange(split === undefined ? rest : { ...rest, [target.id]: split });
          }}
        />
      ))}
    </div>
  );
}

interface TargetFieldProps {
  readonly target: Target;
  readonly split: TypedSplit | undefined;
  readonly met: Met | undefined;
  readonly onChange: (split: TypedSplit | undefined) => void;
}

function TargetField({ target, split, met, onChange }: TargetFieldProps) {
  const { t } = useTranslation();
  const way = split === undefined ? 'none' : split === 'present' ? 'present' : 'typed';
  const choose = (chosen: string) => {
    if (chosen === 'none') onChange(undefined);
    else if (chosen === 'present') onChange('present');
    // A user who has seen the present split starts from it.
    else {
      const rows = Object.fromEntries(
        (way === 'present' ? (met?.split ?? []) : []).map(({ facts, count }) => [kindKey(facts), String(count)]),
      );
      onChange({ of: target.count, rows, fromPeople: Object.keys(rows).length > 0 });
    }
  };
  return (
    <fieldset>
      <legend>
        <ClauseLink kind="target" id={target.id}>
          {t('whatIf.targets.target', { title: target.title, by: target.by, count: groupCount(target.count) })}
        </ClauseLink>
      </legend>
      <Radio.Group name={`target-${target.id}`} value={way} onChange={({ target: { value } }) => choose(String(value))}>
        <Radio value="none">{t('whatIf.targets.none')}</Radio>
        <Radio value="present" disabled={!hasPresent(target)}>
          {t('whatIf.targets.present')}
        </Radio>
        <Radio value="typed">{t('whatIf.targets.typed')}</Radio>
      </Radio.Group>
      {!hasPresent(target) && <p className="hint">{t('whatIf.targets.nobody')}</p>}
      {split !== undefined && <SplitTable target={target} split={split} met={met} onChange={onChange} />}
    </fieldset>
  );
}

function SplitTable({ target, split, met, onChange }: TargetFieldProps & { split: TypedSplit }) {
  const { t } = useTranslation();
  const labels = useLabels();
  const kinds = target.kinds ?? [];
  const facts = Object.keys(kinds[0]?.facts ?? {});
  const nameOf = (kind: (typeof kinds)[number]) => facts.map((fact) => labels.value(fact, kind.facts[fact] ?? null)).join(' ');
  const computed = new Map((met?.split ?? []).map((part) => [kindKey(part.facts), part.count]));
  const sum = split === 'present' ? (met?.split ?? []).reduce((all, { count }) => all + count, 0) : sumOfSplit(split);
  return (
    <table>
      <caption className="unseen">{target.title}</caption>
      <thead>
        <tr>
          <th scope="col">{t('whatIf.targets.kind')}</th>
          <th scope="col" className="numeric">
            {t('whatIf.targets.today')}
          </th>
          <th scope="col" className="numeric">
            {t('whatIf.targets.yearly')}
          </th>
          <th scope="col" className="numeric">
            {t('whatIf.targets.people')}
          </th>
        </tr>
      </thead>
      <tbody>
        {kinds.map((kind) => {
          const key = kindKey(kind.facts);
          return (
            <tr key={key}>
              <th scope="row">{nameOf(kind)}</th>
              <td className="numeric">{groupCount(kind.present)}</td>
              <td className="numeric">
                {kind.yearly === null ? <span className="awaited">{t('unit.awaited')}</span> : groupDigits(kind.yearly)}
              </td>
              <td className="numeric">
                {split === 'present' ? (
                  groupCount(computed.get(key) ?? 0)
                ) : (
                  <Input
                    className="count"
                    size="small"
                    aria-label={t('whatIf.targets.peopleOf', { kind: nameOf(kind), title: target.title })}
                    inputMode="numeric"
                    autoComplete="off"
                    value={split.rows[key] ?? ''}
                    onChange={({ target: { value } }) => onChange({ ...split, rows: { ...split.rows, [key]: value } })}
                  />
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={3}>
            {t('table.total')}
            {split !== 'present' && <Rest sum={sum} of={split.of} />}
          </th>
          <td className="numeric">{sum === null ? t('unit.none') : groupCount(sum)}</td>
        </tr>
      </tfoot>
    </table>
  );
}

/** The faults of a split's headcounts: it only counts once all people of the target are split. */
function Rest({ sum, of }: { sum: number | null; of: number }) {
  const { t } = useTranslation();
  if (sum === of) return null;
  const params = { of: groupCount(of), rest: groupCount(Math.abs(of - (sum ?? 0))) };
  const text = sum === null ? t('whatIf.targets.noNumber') : t(sum < of ? 'whatIf.targets.tooFew' : 'whatIf.targets.tooMany', params);
  return (
    <span className="fault" role="status">
      {text}
    </span>
  );
}
