import { describe, expect, it } from 'vitest';
import { createApp } from '../../src/api/app.ts';
import { openApiDocument } from '../../src/api/openapi/document.ts';
import { methodsOf, ROUTES, routeOf } from '../../src/api/routes.ts';

/** Addresses with the methods of each, in one order. */
const listed = (entries: readonly (readonly [string, readonly string[]])[]) =>
  entries.map(([path, methods]) => [path, methods.toSorted()] as const).toSorted(([a], [b]) => (a < b ? -1 : 1));

describe('the table of routes', () => {
  const table = listed(Object.entries(ROUTES));

  it('is what the router has', () => {
    const routed = new Map<string, Set<string>>();
    for (const { path: pattern, method } of createApp().routes) {
      // The router refuses two addresses that it cannot tell apart: /policies/check is the one :id that takes a POST.
      const path = method === 'POST' && pattern === '/api/v1/policies/:id' ? '/api/v1/policies/check' : pattern;
      if (method !== 'ALL') routed.set(path, (routed.get(path) ?? new Set()).add(method));
    }
    expect(listed([...routed].map(([path, methods]) => [path, [...methods]]))).toEqual(table);
  });

  it('is what the OpenAPI document describes', async () => {
    const { paths } = (await openApiDocument('0', createApp().fetch)) as { paths: Record<string, object> };
    const described = Object.entries(paths).map(
      ([path, item]) => [path.replace('{id}', ':id'), Object.keys(item).map((method) => method.toUpperCase())] as const,
    );
    expect(listed(described)).toEqual(table);
  });

  it('finds the route of a path, and what may be asked of it', () => {
    expect(routeOf('/api/v1/policies/check')).toBe('/api/v1/policies/check');
    expect(routeOf('/api/v1/policies/jinfeng-2021/budgets')).toBe('/api/v1/policies/:id/budgets');
    expect(methodsOf('/api/v1/policies/jinfeng-2021')).toBe('GET, HEAD');
    expect([routeOf('/api/v2/policies'), routeOf('/budget')]).toEqual(['other', 'page']);
    expect(methodsOf('/budget')).toBeNull();
  });
});
