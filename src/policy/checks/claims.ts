import { visitPolicy } from '../document/stands.ts';
import type { Check } from './check.ts';

/**
 * What only a claim knows, such as what was paid until its date, stands in claims alone; what is about a service, where there is one. What is paid
 * in a month or a year stands in allowances alone.
 */
export const checkClaims: Check = ({ document, report }) => {
  visitPolicy(document, ({ section, node }) => ({
    amount({ word: { key, only }, path }) {
      if (only === 'allowances' && section === 'claims') report(path, 'not-in-claims', { key });
      if (only === null || only === 'allowances') return;
      if (section !== 'claims') report(path, 'only-in-claims', { key });
      else if (only === 'services' && node.service === undefined) report(path, 'no-service', { key });
    },
  }));
};
