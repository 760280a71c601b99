import { isIPv6 } from 'node:net';
import { availableParallelism } from 'node:os';

/** The settings of a server, all from the environment. */
export interface ServerSettings {
  /** The address or name to listen on, without brackets, and the port; 0 means any free port. */
  readonly host: string;
  readonly port: number;
  /** The host names and addresses that requests may use, in lower case and without a port; `null` if any will do. */
  readonly hosts: ReadonlySet<string> | null;
  /**
   * Whether the server listens on every address and knows only the names of the machine itself; other names are refused until configured.
   */
  readonly isUnnamed: boolean;
  /** The origins whose pages may call the API, separated by commas. */
  readonly origins: string;
  /** The number of computing threads. */
  readonly threads: number;
  /** How many seconds a stopping server waits for answers in progress. */
  readonly grace: number;
  /** Whether every request is logged, or only failures. */
  readonly logsRequests: boolean;
}

/** All settings of the product itself. */
const OWN = ['JINTIE_HOSTS', 'JINTIE_ORIGINS', 'JINTIE_THREADS', 'JINTIE_GRACE', 'JINTIE_LOG'];

/** Names in an environment that look like settings but are not: JINTIE_HOST for JINTIE_HOSTS. */
export function unknownSettings(env: Readonly<Record<string, string | undefined>>): string[] {
  return Object.keys(env).filter((name) => name.startsWith('JINTIE_') && !OWN.includes(name));
}

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];
/** Wildcard addresses, each with the loopback address by which the machine reaches itself. */
const ANY_ADDRESS: Readonly<Record<string, string>> = { '0.0.0.0': '127.0.0.1', '[::]': '[::1]' };
const MOST_THREADS = 64;
const MOST_GRACE = 600;

/**
 * Reads the settings of a server.
 *
 * @param env `PORT`, `HOST`, `JINTIE_HOSTS`, `JINTIE_ORIGINS`, `JINTIE_THREADS`, `JINTIE_GRACE` and `JINTIE_LOG`; a blank one counts as
 *   not set
 * @returns the settings, or their faults
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
  const host = (env.HOST?.trim() || '127.0.0.1').replace(/^\[(.*)\]$/, '$1');
  const own = hostName(host);
  if (own === null) faults.push(`HOST must be an address or a name to listen on, without scheme and port, not "${host}".`);
  const log = env.JINTIE_LOG?.trim() || 'errors';
  if (log !== 'errors' && log !== 'requests') faults.push(`JINTIE_LOG must be "errors" or "requests", not "${log}".`);
  const origins = listed(env.JINTIE_ORIGINS);
  for (const origin of origins) {
    if (origin.includes('*')) faults.push(`JINTIE_ORIGINS takes no "*": list every origin, not "${origin}".`);
    else if (originOf(origin) !== origin) {
      const meant = originOf(origin);
      faults.push(
        `JINTIE_ORIGINS must list origins as browsers send them, such as ${meant ?? 'https://payroll.example'}, not "${origin}".`,
      );
    }
  }
  const names = listed(env.JINTIE_HOSTS);
  const hosts = names.flatMap((name) => {
    const found = name === '*' ? name : hostName(name);
    if (found !== null) return [found];
    if (name.includes('*')) faults.push(`JINTIE_HOSTS takes no "*" within a name: list every name, or "*" alone for any, not "${name}".`);
    else faults.push(`JINTIE_HOSTS must list names such as jintie.county.example, without scheme, port and quotes, not "${name}".`);
    return [];
  });
  if (hosts.includes('*') && hosts.length > 1) faults.push('JINTIE_HOSTS lists names, or "*" alone for any; with "*" no other is needed.');
  const isAny = own !== null && Object.hasOwn(ANY_ADDRESS, own);
  const settings: ServerSettings = {
    host,
    port: whole('PORT', 8787, 0, 65_535),
    hosts: hosts.includes('*') ? null : new Set([...LOOPBACK, ...(own === null || isAny ? [] : [own]), ...hosts]),
    isUnnamed: isAny && hosts.length === 0,
    origins: origins.join(','),
    threads: whole('JINTIE_THREADS', Math.max(1, availableParallelism() - 1), 1, MOST_THREADS),
    grace: whole('JINTIE_GRACE', 10, 0, MOST_GRACE),
    logsRequests: log === 'requests',
  };
  return faults.length > 0 ? { faults } : settings;
}

/** An address at which a server listening on `host` answers, with a name that requests may use. */
export function shownAddress(host: string, port: number): string {
  const own = hostName(host) ?? host;
  return `http://${ANY_ADDRESS[own] ?? own}:${port}`;
}

/**
 * Normalises a host name or address as in the `Host` of a parsed request: lower case, ASCII (津贴.example is xn--xyww79d.example), IPv6
 * addresses in brackets, no trailing dot.
 *
 * @returns `null` if it is not a host name or address
 */
export function hostName(text: string): string | null {
  const bracketed = isIPv6(text) ? `[${text.replace(/%.*/, '')}]` : text;
  if (!/^(?:\[[\da-f:.]+\]|[^\s!-,/:-@[-^`{-~]+)$/i.test(bracketed) || !URL.canParse(`http://${bracketed}`)) return null;
  return new URL(`http://${bracketed}`).hostname.replace(/\.$/, '') || null;
}

function listed(text = ''): string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** The origin of a URL; `null` if it has none that a list could name. */
function originOf(text: string): string | null {
  const origin = URL.canParse(text) ? new URL(text).origin : 'null';
  return origin === 'null' ? null : origin;
}
