/** The addresses of the API with the methods of each. The router, the answer to a wrong method and the log go by this table. */
export const ROUTES: Readonly<Record<string, readonly string[]>> = {
  '/healthz': ['GET'],
  '/readyz': ['GET'],
  '/metrics': ['GET'],
  '/openapi.json': ['GET'],
  '/api/v1/policies': ['GET'],
  '/api/v1/policies/check': ['POST'],
  '/api/v1/policies/:id': ['GET'],
  '/api/v1/policies/:id/teacher-schema': ['GET'],
  ...Object.fromEntries(
    ['entitlements', 'entitlements/batch', 'budgets', 'arrears'].flatMap((name) => [
      [`/api/v1/${name}`, ['POST']],
      [`/api/v1/policies/:id/${name}`, ['POST']],
    ]),
  ),
};

/** All methods that any address has. */
export const METHODS_TAKEN: readonly string[] = ['GET', 'HEAD', 'POST', 'OPTIONS'];

/** Paths without an id come first: `/policies/check` is not a policy. */
const PATTERNS = Object.keys(ROUTES)
  .toSorted((a, b) => Number(a.includes(':')) - Number(b.includes(':')))
  .map((route) => ({ route, pattern: new RegExp(`^${route.replaceAll('.', '\\.').replaceAll(':id', '[^/]+')}$`) }));

/** The route of a path as in the table; `page` for paths outside the API, `other` for unknown ones inside it. */
export function routeOf(path: string): string {
  const found = PATTERNS.find(({ pattern }) => pattern.test(path))?.route;
  return found ?? (path.startsWith('/api/') ? 'other' : 'page');
}

/** The methods of a path, as `Allow` lists them; `null` for an unknown address. */
export function methodsOf(path: string): string | null {
  const methods = ROUTES[routeOf(path)];
  return methods ? methods.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method])).join(', ') : null;
}
