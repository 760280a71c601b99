import { claimsIn, combinationsOf, EVERY, isAsking, MOST_COMBINATIONS, type Subject, type Under } from '../document/asking.ts';
import { familiesOf } from '../document/relatives.ts';
import { visitPolicy } from '../document/stands.ts';
import { type Check, own } from './check.ts';

/**
 * Readings without a default decide what people are due, and not how many people a target is about, which every run needs. They have few
 * enough combinations of options, for each allowance with all that it is ranked or limited with, and for all claims, that every one can be computed for
 * everybody. Of the other readings any option may be in effect.
 */
export const checkAskings: Check = ({ document, report }) => {
  const { readings } = document;
  if (!Object.values(readings).some(isAsking)) return;
  visitPolicy(document, ({ section }) => ({
    choice({ node: { reading }, path }) {
      const asked = section === 'targets' ? own(readings, reading) : undefined;
      if (asked && isAsking(asked)) report(path, 'asked-count', { reading });
    },
  }));
  const under: Under = {
    document,
    optionOf(id, chosen) {
      const reading = own(readings, id);
      return reading && isAsking(reading) ? (chosen[id] ?? null) : EVERY;
    },
  };
  const optionsOf = (id: string) => Object.keys(own(readings, id)?.options ?? {});
  const countWays = (subject: Subject, ids: readonly string[]) => {
    const combinations = combinationsOf([under], subject, optionsOf);
    let count = 0;
    while (count <= MOST_COMBINATIONS && !combinations.next().done) count++;
    if (count > MOST_COMBINATIONS) report(['readings'], 'too-many-asked', { maximum: MOST_COMBINATIONS, allowances: ids });
  };
  for (const allowances of familiesOf([document], Object.keys(document.allowances))) countWays({ allowances }, [...allowances]);
  const claims = Object.keys(document.claims);
  if (claims.length > 0) countWays(claimsIn([document]), claims);
};
