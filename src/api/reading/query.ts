import type { Context } from 'hono';
import type { Issue } from '../../facts/issue.ts';
import { Problem } from './problem.ts';

/**
 * Reads the query of a request.
 *
 * @param allowed the names known at this address; `reading.*` stands for all that begin with `reading.`
 * @throws Problem if a name is unknown or occurs twice
 */
export function readQuery(c: Context, allowed: readonly string[]): Map<string, string> {
  const query = new Map<string, string>();
  const { url } = c.req;
  if (!url.includes('?')) return query;
  const issues: Issue[] = [];
  for (const [name, value] of new URL(url).searchParams) {
    const known = allowed.some((one) => (one.endsWith('.*') ? name.startsWith(one.slice(0, -1)) : name === one));
    if (!known) issues.push({ path: [name], code: 'unknown-field' });
    else if (query.has(name)) issues.push({ path: [name], code: 'duplicate-key' });
    query.set(name, value);
  }
  if (issues.length > 0) throw new Problem('invalid-request', { issues, inQuery: true });
  return query;
}

/** Whether line items carry their months. @throws Problem if `detail` has another value */
export function wantsMonths(query: ReadonlyMap<string, string>): boolean {
  const detail = query.get('detail');
  if (detail === undefined || detail === 'months') return detail === 'months';
  throw new Problem('invalid-request', {
    issues: [{ path: ['detail'], code: 'unknown-value', params: { allowed: ['months'] } }],
    inQuery: true,
  });
}

/** The settings of a query in the shape of a request. A year or a flag not written as in JSON stays text and is refused later. */
export function settingsOf(query: ReadonlyMap<string, string>): {
  year?: unknown;
  from?: string;
  to?: string;
  asIfInForce?: unknown;
  readings: Record<string, string>;
  parameters: Record<string, string>;
} {
  const under = (prefix: string) =>
    Object.fromEntries([...query].filter(([name]) => name.startsWith(prefix)).map(([name, value]) => [name.slice(prefix.length), value]));
  const year = query.get('year');
  const number = year !== undefined && /^(0|[1-9]\d{0,8})$/.test(year) ? Number(year) : year;
  const [from, to, asIf] = ['from', 'to', 'asIfInForce'].map((name) => query.get(name));
  const flag = asIf === 'true' || asIf === 'false' ? asIf === 'true' : asIf;
  return {
    ...(year !== undefined && { year: number }),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(asIf !== undefined && { asIfInForce: flag }),
    readings: under('reading.'),
    parameters: under('parameter.'),
  };
}

/** The place in the query of a fault of such settings. */
export function inQuery(issues: readonly Issue[]): Issue[] {
  return issues.map((issue) => {
    const [first, name, ...rest] = issue.path;
    const prefix = first === 'readings' ? 'reading' : first === 'parameters' ? 'parameter' : null;
    return prefix === null || name === undefined ? issue : { ...issue, path: [`${prefix}.${name}`, ...rest] };
  });
}
