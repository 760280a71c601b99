import { Button, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import './choices.css';
import { useCatalogue } from '../../policy/catalogue.ts';
import { useLabels } from '../../policy/labels.ts';
import { fieldId } from '../../ui/field.tsx';
import { Quote } from '../../ui/quote.tsx';
import { isBlankTown, type TypedPlaces, type TypedTown, typedTowns } from './typed-places.ts';

interface PlacesPanelProps {
  readonly chosen: TypedPlaces;
  readonly onChange: (chosen: TypedPlaces) => void;
  /** What applies if nothing is chosen; the policy's lists if absent. */
  readonly baseline?: TypedPlaces;
  readonly faults: ReadonlyMap<string, string>;
  /** The path of the places in the request. */
  readonly base?: string;
  /** Distinguishes forms on one page. */
  readonly form: string;
  /** Whether the policy's lists can be chosen in place of the baseline's. */
  readonly canReturn?: boolean;
}

/** The towns and villages that a clause is about, which a run may replace. */
export function PlacesPanel({ chosen, onChange, baseline = {}, faults, base = '', form, canReturn = false }: PlacesPanelProps) {
  const { t } = useTranslation();
  const labels = useLabels();
  const { policy } = useCatalogue();
  const without = (fact: string) => Object.fromEntries(Object.entries(chosen).filter(([id]) => id !== fact));
  return (
    <div className="places">
      <p className="hint">{t('places.hint')}</p>
      {Object.entries(policy.document.places).map(([fact, { towns, clause }]) => (
        <fieldset key={fact}>
          <legend>{labels.fact(fact)}</legend>
          <Towns
            towns={chosen[fact] ?? baseline[fact] ?? typedTowns(towns, t('app.listComma'))}
            pointer={`${base}/places/${fact}`}
            {...{ faults, form }}
            onChange={(typed) => onChange({ ...chosen, [fact]: typed })}
          />
          {canReturn && baseline[fact] && !chosen[fact] && (
            <Button size="small" onClick={() => onChange({ ...chosen, [fact]: typedTowns(towns, t('app.listComma')) })}>
              {t('places.toOwn')}
            </Button>
          )}
          {chosen[fact] && (
            <Button size="small" onClick={() => onChange(without(fact))}>
              {t('places.restore')}
            </Button>
          )}
          <Quote clause={clause} />
        </fieldset>
      ))}
    </div>
  );
}

interface TownsProps {
  readonly towns: readonly TypedTown[];
  readonly pointer: string;
  readonly faults: ReadonlyMap<string, string>;
  readonly form: string;
  readonly onChange: (towns: readonly TypedTown[]) => void;
}

function Towns({ towns, pointer, faults, form, onChange }: TownsProps) {
  const { t } = useTranslation();
  const faultOf = faultsByRow(towns, pointer, faults);
  const change = (at: number, town: TypedTown) => onChange(towns.map((one, index) => (index === at ? town : one)));
  return (
    <>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('places.town')}</th>
            <th scope="col">{t('places.villages')}</th>
            <th scope="col">{t('places.actions')}</th>
          </tr>
        </thead>
        <tbody>
          {towns.map((town, at) => {
            const fault = faultOf(at);
            const faultId = `${fieldId(pointer, form)}.${at}-fault`;
            const row = at + 1;
            const common = {
              status: fault === undefined ? ('' as const) : ('error' as const),
              'aria-invalid': fault !== undefined || undefined,
              'aria-describedby': fault === undefined ? undefined : faultId,
              autoComplete: 'off',
            };
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name but their place
              <tr key={at}>
                <td>
                  <Input
                    {...common}
                    aria-label={t('places.townOf', { row })}
                    value={town.town}
                    onChange={({ target }) => change(at, { ...town, town: target.value })}
                  />
                  {fault !== undefined && (
                    <div className="fault" id={faultId}>
                      {fault}
                    </div>
                  )}
                </td>
                <td>
                  <Input
                    {...common}
                    aria-label={t('places.villagesOf', { row })}
                    value={town.villages}
                    placeholder={t('places.allVillages')}
                    onChange={({ target }) => change(at, { ...town, villages: target.value })}
                  />
                </td>
                <td>
                  <Button
                    size="small"
                    type="text"
                    danger
                    aria-label={t('places.remove', { row })}
                    onClick={() => onChange(towns.filter((_, index) => index !== at))}
                  >
                    {'\u00d7'}
                  </Button>
                </td>
              </tr>
            );
          })}
          {towns.length === 0 && (
            <tr>
              <td colSpan={3}>{t('places.none')}</td>
            </tr>
          )}
        </tbody>
      </table>
      <Button size="small" onClick={() => onChange([...towns, { town: '', villages: '' }])}>
        {t('places.add')}
      </Button>
    </>
  );
}

/** The fault of a line; blank lines are not in the request, so its index there is smaller. */
function faultsByRow(
  towns: readonly TypedTown[],
  pointer: string,
  faults: ReadonlyMap<string, string>,
): (row: number) => string | undefined {
  return (row) => {
    if (isBlankTown(towns[row] as TypedTown)) return undefined;
    const start = `${pointer}/${towns.slice(0, row).filter((town) => !isBlankTown(town)).length}`;
    return [...faults].find(([at]) => at === start || at.startsWith(`${start}/`))?.[1];
  };
}
