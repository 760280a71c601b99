import { type EnumFact, type Fact, factOf } from '../../facts/dictionary.ts';
import { fact, list, type NodeOf, optional, table as tableSlot } from '../grammar/slots.ts';
import { amountWord, type Figure, type MissingInput, NOT_KNOWN, type Settings, unique } from '../grammar/word.ts';

const SLOTS = { parameter: tableSlot('by'), by: optional(list(fact('enum'))) };

/**
 * A figure: `{parameter: meal, by: [area]}` reads the parameter whose key is completed by the facts (`meal/urban`), and
 * `{parameter: principal/monthly}` reads one figure.
 */
export const table = amountWord({
  key: 'parameter',
  slots: SLOTS,
  compile(node, settings) {
    const facts = (node.by ?? []).map((id) => factOf(settings.dictionary, id) as EnumFact);
    const cells = cellsOf(node, settings);
    const parameters = unique(cells.flatMap((cell) => (cell ? [cell.key] : [])));
    return {
      facts: facts.map((fact) => fact.id),
      readings: [],
      parameters,
      evaluate(row, found) {
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
        if (!cell)
          throw new Error(`table ${node.parameter} has no cell for ${facts.map((fact) => String(row.facts[fact.index])).join('/')}`);
        const fen = cell.figure[row.start];
        if (fen === null || fen === undefined) {
          found.push(cell.missing);
          return NOT_KNOWN;
        }
        return fen;
      },
    };
  },
});

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
