/** The prefix of an address fragment that carries settings. */
export const SETTINGS_FRAGMENT = 'settings=';

/** Whether a fragment carries settings, readable or not. */
export function carriesSettings(fragment: string): boolean {
  return fragment.startsWith(SETTINGS_FRAGMENT);
}
