import { useTranslation } from 'react-i18next';
import type { FigureTree } from '../../../policy/document/schema.ts';
import { pageFact, useCatalogue } from '../../policy/catalogue.ts';
import { useLabels } from '../../policy/labels.ts';
import { ownerOf } from '../../policy/owner.ts';
import { type Figures, isFigure } from './figures.ts';
import { unitLabel, Value } from './value.tsx';

/** The rates of an allowance: the last fact across, the ones before it down. */
export function RateTable({ parameter, figures: { node, tree, by } }: { parameter: string; figures: Figures }) {
  const { t } = useTranslation();
  const labels = useLabels();
  const catalogue = useCatalogue();
  const across = by.at(-1);
  if (across === undefined) return null;
  const down = by.slice(0, -1);
  const owner = ownerOf(catalogue.policy.document, parameter) ?? ownerOf(catalogue.policy.document, parameter.split('/')[0] ?? '');
  const title = node.title ?? owner?.title;
  const unit = unitLabel(node, t);
  const rows = rowsOf(tree, down.length);
  const columns = valuesOf(
    across,
    rows.map(({ cells }) => cells),
  );
  const corner = by.map((id) => labels.fact(id)).join(t('policy.figure.by'));
  return (
    <div>
      <table className="rates-of">
        <caption>{t('policy.figure.table', { title: title ? labels.say(title) : parameter, unit })}</caption>
        <thead>
          <tr>
            <th scope="col">{corner}</th>
            {columns.map((value) => (
              <th key={value} scope="col" className="numeric">
                {labels.value(across, value)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ path, cells }) => (
            <tr key={path.join('/')}>
              <th scope="row">{path.length === 0 ? unit : path.map((value, index) => labels.value(down[index] ?? '', value)).join(' ')}</th>
              {columns.map((value) => (
                <td key={value} className="numeric">
                  <Cell tree={cells[value]} node={node} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );

  /** The values of the fact that occur in the table, in the order of the fact. */
  function valuesOf(id: string, cells: readonly Readonly<Record<string, FigureTree>>[]): string[] {
    const fact = pageFact(catalogue, id);
    const given = new Set(cells.flatMap((row) => Object.keys(row)));
    return fact.type === 'enum' ? Object.keys(fact.values).filter((value) => given.has(value)) : [...given];
  }
}

function Cell({ tree, node }: { tree: FigureTree | undefined; node: Figures['node'] }) {
  const { t } = useTranslation();
  if (tree === undefined || !isFigure(tree)) return t('unit.none');
  return <Value figure={tree} node={node} bare />;
}

interface Row {
  readonly path: readonly string[];
  readonly cells: Readonly<Record<string, FigureTree>>;
}

function rowsOf(tree: FigureTree, depth: number, path: readonly string[] = []): Row[] {
  if (isFigure(tree)) return [];
  if (depth === 0) return [{ path, cells: tree }];
  return Object.entries(tree).flatMap(([value, branch]) => rowsOf(branch, depth - 1, [...path, value]));
}
