import { useCallback, useMemo } from 'react';
import { ASK } from '../../../words/grammar/choice.ts';
import { keep, useRemembered } from '../../platform/storage/keep.ts';
import { type Catalogue, catalogueOf, useCatalogue } from '../../policy/catalogue.ts';
import { usePolicies } from '../../policy/policies.ts';
import { formKey } from '../../policy/use-kept.ts';
import type { Choices } from './choices.ts';
import { noSettings, SETTINGS_VERSION, type Settings } from './settings.ts';

/** The settings that all pages about a policy share. */
export interface SharedSettings {
  readonly settings: Settings;
  readonly setSettings: (settings: Settings) => void;
  /** Readings, figures and places that were set but that the policy does not have: they are left out. */
  readonly left: readonly string[];
}

const unread = new Set<string>();

/** Records that the stored settings of a policy cannot be read. */
export function markUnread(policy: string): void {
  unread.add(policy);
}

/** Whether the stored settings of a policy could not be read, and nothing has been set since. */
export function isUnread(policy: string): boolean {
  return unread.has(policy);
}

/** The form that says that pages share the settings of the budget for the first time: see `readKeptForms`. */
export const JOINED = 'joined';

/** The key under which the settings of a policy are remembered. */
export function settingsKey(policy: string): string {
  return formKey(policy, 'settings');
}

/** The settings of the page's policy, the same on every page. */
export function useSettings(): SharedSettings {
  const catalogue = useCatalogue();
  const key = settingsKey(catalogue.policy.key);
  const remembered = useRemembered<Settings>(key);
  const fitted = useMemo(() => fitting(remembered ?? noSettings(new Date().getFullYear()), catalogue), [remembered, catalogue]);
  const setSettings = useCallback(
    (settings: Settings) => {
      unread.delete(catalogue.policy.key);
      keep(key, { ...settings, version: SETTINGS_VERSION });
    },
    [key, catalogue],
  );
  return { settings: fitted.fitted, left: fitted.left, setSettings };
}

/** The shared settings of another policy; empty if that policy is not here. */
export function useSettingsOf(policy: string): Settings {
  const current = useCatalogue();
  const policies = usePolicies();
  const remembered = useRemembered<Settings>(settingsKey(policy));
  return useMemo(() => {
    const found = policies.find(({ key }) => key === policy) ?? current.policy;
    return fitting(remembered ?? noSettings(new Date().getFullYear()), catalogueOf(found)).fitted;
  }, [policies, policy, current, remembered]);
}

/** The choices that the policy supports, and the ids of the others: they may come from another version of it. */
export function fitting<T extends Choices>(
  choices: T,
  { policy, parameters }: Catalogue,
): { readonly fitted: T; readonly left: readonly string[] } {
  const { readings, places } = policy.document;
  const keys = new Set(parameters.map(({ key }) => key));
  const left: string[] = [];
  const only = <V>(part: Readonly<Record<string, V>>, isThere: (id: string, value: V) => boolean): Readonly<Record<string, V>> => {
    const odd = Object.entries(part).filter(([id, value]) => !isThere(id, value));
    left.push(...odd.map(([id]) => id));
    return Object.fromEntries(Object.entries(part).filter(([id, value]) => isThere(id, value)));
  };
  const fitted = {
    ...choices,
    readings: only(
      choices.readings,
      (id, option) => readings[id]?.options[option] !== undefined || (option === ASK && readings[id]?.default === ASK),
    ),
    figures: only(choices.figures, (key) => keys.has(key)),
    places: only(choices.places, (fact) => places[fact] !== undefined),
  };
  return left.length === 0 ? { fitted: choices, left } : { fitted, left };
}
