import type { zhAmounts } from '../zh/amounts.ts';
import type { SameKeys } from './said.ts';

/** The same in English. */
export const enAmounts: { [K in keyof typeof zhAmounts]: SameKeys<(typeof zhAmounts)[K]> } = {
  scale: {
    own: 'the pay of the person\'s own "{{step}}", by the pay scale in force; "{{given}}" is taken instead where it is given',
    next: 'the pay of one step above the person\'s own "{{step}}", by the pay scale in force{{beyond}}; "{{given}}" is taken instead where it is given',
    difference:
      'the difference to one step above the person\'s own "{{step}}", by the pay scale in force{{beyond}}; "{{given}}" is taken instead where it is given',
    beyond: {
      nothing: ', above the last step nothing more',
      'last-difference': ', above the last step as much more as the last one was',
      ask: ', above the last step "{{given}}" has to be given',
    },
  },
  rounding: {
    yuan: { 'half-up': 'rounded half up to the yuan', up: 'rounded up to the yuan', down: 'rounded down to the yuan' },
    jiao: { 'half-up': 'rounded half up to 0.1 yuan', up: 'rounded up to 0.1 yuan', down: 'rounded down to 0.1 yuan' },
    fen: { 'half-up': 'rounded half up to the fen', up: 'rounded up to the fen', down: 'rounded down to the fen' },
  },
};
