import type { FigureTree } from '../document/schema.ts';
import type { FaultParams, Step } from '../reading/fault.ts';
import type { Check } from './check.ts';
import { describeFacts } from './teacher.ts';

/** No two figures have one key: a cell of a table, and a parameter that is named as if it were that cell. */
export const checkOverlap: Check = ({ document, dictionary, report }) => {
  const seen = new Set<string>();
  for (const [key, { by = [], value, values }] of Object.entries(document.parameters)) {
    const walk = (tree: FigureTree, cell: string, steps: readonly string[], path: readonly Step[]): void => {
      if (tree !== null && typeof tree === 'object' && !Array.isArray(tree)) {
        for (const [step, branch] of Object.entries(tree)) walk(branch, `${cell}/${step}`, [...steps, step], [...path, step]);
        return;
      }
      if (seen.has(cell)) {
        const teacher: FaultParams = describeFacts(dictionary, new Map(by.map((fact, index) => [fact, steps[index] ?? null])));
        report(path, 'overlap', { parameter: cell, ...teacher });
      }
      seen.add(cell);
    };
    walk(values ?? value ?? null, key, [], ['parameters', key, values === undefined ? 'value' : 'values']);
  }
};
