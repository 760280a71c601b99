/** What the fragment of an address begins with that carries settings. */
export const SETTINGS_FRAGMENT = 'settings=';

/** Whether a fragment carries settings, in whichever state they are. */
export function carriesSettings(fragment: string): boolean {
  return fragment.startsWith(SETTINGS_FRAGMENT);
}
