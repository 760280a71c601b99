import { noSettings } from '../features/settings/settings.ts';
import { kept, keptKeys, markElsewhere, onStoredElsewhere, takeUp } from '../platform/storage/keep.ts';
import { nameOfForm, policyOfForm } from '../policy/use-kept.ts';

/** The forms whose loss is to be noticed; the others are how something is looked at. */
export const WATCHED = ['settings', 'budget', 'check', 'arrears'] as const;

/** What differs between a window and one that was opened later, though nothing was done in either. */
const INCIDENTAL = new Set(['version', 'lost', 'privateColumns']);

/** Notices when another window of this browser stores something else than what is here: only one of them can be stored. */
export function watchOtherWindows(): void {
  onStoredElsewhere((entries) => {
    for (const [key, value] of entries) {
      if (key.startsWith('roster/')) {
        if (keptKeys(key).length > 0) markElsewhere(key, true);
      } else if (WATCHED.some((name) => isForm(key, name))) {
        const own = ownOf(key);
        if (own === undefined) takeUp(key, value);
        else markElsewhere(key, essenceOf(own) !== essenceOf(value));
      }
    }
  });
}

const isForm = (key: string, name: string) => key.startsWith('form/') && nameOfForm(key) === name;

/** What holds here: the initial settings where a page of the policy was opened and none was set. */
function ownOf(key: string): unknown {
  const isOpened = keptKeys('form/').some((one) => policyOfForm(one) === policyOfForm(key));
  return kept(key) ?? (isOpened && isForm(key, 'settings') ? noSettings(new Date().getFullYear()) : undefined);
}

/** The same text for the same content, in whatever order it is. */
function essenceOf(value: unknown): string {
  return JSON.stringify(value, (key, one) => {
    if (INCIDENTAL.has(key)) return undefined;
    if (typeof one !== 'object' || one === null || Array.isArray(one)) return one;
    return Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
