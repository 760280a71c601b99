import { availableParallelism } from 'node:os';

/** How a server is to run; everything comes from the environment. */
export interface ServerSettings {
  /** The address to listen on, and the port; 0 is any that is free. */
  readonly host: string;
  readonly port: number;
  /** The names and addresses, in lower case and without a port, by which requests may ask for this server; `null` where any will do. */
  readonly hosts: ReadonlySet<string> | null;
  /** The origins whose pages may call the API, as a list with commas. */
  readonly origins: string;
  /** How many threads compute. */
  readonly threads: number;
  /** How many seconds a stopping server waits for answers under way. */
  readonly grace: number;
  /** Whether every request is logged; else only what went wrong. */
  readonly logsRequests: boolean;
}

/** Every setting of the product's own. */
const OWN = ['JINTIE_HOSTS', 'JINTIE_ORIGINS', 'JINTIE_THREADS', 'JINTIE_GRACE', 'JINTIE_LOG'];

/** Names in an environment that look like settings and are none: JINTIE_HOST for JINTIE_HOSTS. */
export function unknownSettings(env: Readonly<Record<string, string | undefined>>): string[] {
  return Object.keys(env).filter((name) => name.startsWith('JINTIE_') && !OWN.includes(name));
}

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];
const ANY_ADDRESS = ['0.0.0.0', '::', '[::]'];
const MOST_THREADS = 64;
const MOST_GRACE = 600;

/**
 * Reads the settings of a server.
 *
 * @param env `PORT`, `HOST`, `JINTIE_HOSTS`, `JINTIE_ORIGINS`, `JINTIE_THREADS`, `JINTIE_GRACE` and `JINTIE_LOG`; blank is not set
 * @returns what is wrong with them, where something is
 */
export function readServerSettings(
  env: Readonly<Record<string, string | undefined>>,
): ServerSettings | { readonly faults: readonly string[] } {
  const faults: string[] = [];
  const whole = (name: string, usual: number, least: number, most: number): number => {
    const text = env[name]?.trim() || String(usual);
    if (/^\d{1,5}$/.test(text) && Number(text) >= least && Number(text) <= most) return Number(text);
    faults.push(`${name} must be a whole number from ${least} to ${most}, not "${text}".`);
    return usual;
  };
  const host = env.HOST?.trim() || '127.0.0.1';
  const log = env.JINTIE_LOG?.trim() || 'errors';
  if (log !== 'errors' && log !== 'requests') faults.push(`JINTIE_LOG must be "errors" or "requests", not "${log}".`);
  const origins = listed(env.JINTIE_ORIGINS);
  for (const origin of origins)
    if (!isOrigin(origin)) faults.push(`JINTIE_ORIGINS must list origins such as https://payroll.example, not "${origin}".`);
  const names = listed(env.JINTIE_HOSTS).map((name) => name.toLowerCase());
  for (const name of names)
    if (name !== '*' && !isHostName(name)) faults.push(`JINTIE_HOSTS must list names without scheme and port, not "${name}".`);
  const settings: ServerSettings = {
    host,
    port: whole('PORT', 8787, 0, 65_535),
    hosts: names.includes('*') ? null : new Set([...LOOPBACK, ...(ANY_ADDRESS.includes(host) ? [] : [bracketed(host)]), ...names]),
    origins: origins.join(','),
    threads: whole('JINTIE_THREADS', Math.max(1, availableParallelism() - 1), 1, MOST_THREADS),
    grace: whole('JINTIE_GRACE', 10, 0, MOST_GRACE),
    logsRequests: log === 'requests',
  };
  return faults.length > 0 ? { faults } : settings;
}

function listed(text = ''): string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function bracketed(host: string): string {
  return host.includes(':') && !host.startsWith('[') ? `[${host}]` : host.toLowerCase();
}

function isOrigin(text: string): boolean {
  return URL.canParse(text) && new URL(text).origin === text;
}

function isHostName(name: string): boolean {
  return URL.canParse(`http://${name}`) && new URL(`http://${name}`).hostname === name;
}
