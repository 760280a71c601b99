import type { Policy } from '../../policy/policy.ts';
import { readingOptions } from '../../policy/succession.ts';
import type { Wording } from '../wire/wording.ts';
import { answerEntitlement, readEntitlementRequest } from './entitlement.ts';

/** What a teacher would be due under an option of a reading that is not chosen. */
export interface OptionPrice {
  readonly reading: string;
  readonly option: string;
  /** Yuan, as on the wire; of what is known then. */
  readonly personalTotal: string;
  readonly complete: boolean;
}

/** The result under each option of each reading that has to be chosen for a teacher; none where the request has faults. */
export function optionPrices(policy: Policy, body: unknown, wording: Pick<Wording, 'language'>): OptionPrice[] {
  const read = readEntitlementRequest(policy, body);
  if (read.value === null) return [];
  const { settings, teacher } = read.value;
  const now = answerEntitlement(policy, settings, teacher, wording).value;
  const open = new Set((now?.missing ?? []).flatMap((lack) => (lack.code === 'reading' ? [lack.reading] : [])));
  const options = readingOptions(policy);
  return [...open].flatMap((reading) =>
    (options.get(reading) ?? []).flatMap((option): OptionPrice[] => {
      const then = answerEntitlement(
        policy,
        { ...settings, readings: { ...settings.readings, [reading]: option } },
        teacher,
        wording,
      ).value;
      return then ? [{ reading, option, personalTotal: then.personalTotal, complete: then.complete }] : [];
    }),
  );
}
