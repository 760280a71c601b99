import { type EnumFact, type Fact, factOf } from '../../facts/dictionary.ts';
import { fact, list, type NodeOf, optional, table as tableSlot } from '../grammar/slots.ts';
import {
  amountWord,
  type Diagnostic,
  type FactRow,
  type Figure,
  type MissingInput,
  NOT_KNOWN,
  type Settings,
  unique,
} from '../grammar/word.ts';

const SLOTS = { parameter: tableSlot('by'), by: optional(list(fact('enum'))) };

/**
 * A figure: `{parameter: meal, by: [area]}` reads the parameter whose key is completed by the facts (`meal/urban`), and
 * `{parameter: principal/monthly}` reads one figure.
 */
export const table = amountWord({
  key: 'parameter',
  slots: SLOTS,
  compile(node, settings) {
    const { facts, parameters, valueIn } = compileTable(node, settings);
    return { facts, readings: [], parameters, evaluate: valueIn };
  },
});

/** A figure or a table under the settings of a run, of whatever unit. */
export interface CompiledTable {
  /** The facts that choose a cell. */
  readonly facts: readonly string[];
  /** The keys of its cells. */
  readonly parameters: readonly string[];
  /** The figures of its cells. */
  readonly figures: readonly Figure[];
  /** The key of the cell of a row in which all its facts are known. */
  keyIn(row: FactRow): string;
  /** The figure of a row; `NOT_KNOWN` after noting what is missing. */
  valueIn(row: FactRow, found: Diagnostic[]): number;
}

/** Compiles a figure, or a table and the facts by which a cell is chosen. */
export function compileTable(node: NodeOf<typeof SLOTS>, settings: Settings): CompiledTable {
  const facts = (node.by ?? []).map((id) => factOf(settings.dictionary, id) as EnumFact);
  const cells = cellsOf(node, settings);
  return {
    facts: facts.map((fact) => fact.id),
    parameters: unique(cells.flatMap((cell) => (cell ? [cell.key] : []))),
    figures: cells.flatMap((cell) => (cell ? [cell.figure] : [])),
    keyIn: ({ facts: values }) => [node.parameter, ...facts.map(({ index }) => values[index])].join('/'),
    valueIn(row, found) {
      let at = 0;
      let known = true;
      for (const fact of facts) {
        const value = row.facts[fact.index];
        if (value === null) {
          found.push({ code: 'fact', fact: fact.id });
          known = false;
        } else {
          at = at * valuesOf(fact).length + valuesOf(fact).indexOf(value as string);
        }
      }
      if (!known) return NOT_KNOWN;
      const cell = cells[at];
      if (!cell) throw new Error(`table ${node.parameter} has no cell for ${facts.map((fact) => String(row.facts[fact.index])).join('/')}`);
      const value = cell.figure[row.start];
      if (value === null || value === undefined) {
        found.push(cell.missing);
        return NOT_KNOWN;
      }
      return value;
    },
  };
}

interface Cell {
  readonly key: string;
  readonly figure: Figure;
  readonly missing: MissingInput;
}

/** Every combination of the values of the facts, in their order; `null` where the policy has no such parameter. */
function cellsOf({ parameter, by = [] }: NodeOf<typeof SLOTS>, settings: Settings): (Cell | null)[] {
  return by
    .reduce<string[]>(
      (keys, id) => keys.flatMap((key) => valuesOf(factOf(settings.dictionary, id)).map((value) => `${key}/${value}`)),
      [parameter],
    )
    .map((key) => {
      const figure = settings.figure(key);
      return figure.length === 0 ? null : { key, figure, missing: { code: 'no-figure', parameter: key } };
    });
}

const VALUES = new WeakMap<Fact, string[]>();

function valuesOf(fact: Fact): string[] {
  let values = VALUES.get(fact);
  if (!values) {
    values = fact.type === 'enum' ? Object.keys(fact.values) : [];
    VALUES.set(fact, values);
  }
  return values;
}
