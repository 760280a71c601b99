/** A policy without what only the engine does: dated figures, limits across allowances and in time. */
export function plain(document: object): unknown {
  const { parameters, allowances } = document as { parameters: unknown; allowances: unknown };
  const undated = JSON.parse(JSON.stringify(parameters), (_, value) =>
    Array.isArray(value) && Object.hasOwn(Object(value[0]), 'from') ? value[0].value : value,
  );
  const timeless = JSON.parse(JSON.stringify(allowances), (key, value) =>
    ['starts', 'stops', 'instalments', 'service'].includes(key) ? undefined : value,
  );
  return { ...document, parameters: undated, allowances: timeless, stacking: [] };
}
