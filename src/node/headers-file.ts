/** Headers for the files under a path, as the edge platform reads them from `_headers`. */
export interface HeaderRule {
  /** A path, with `*` for any ending. */
  readonly path: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
}

/** Reads `_headers`: a path on a line of its own, under it its headers, indented. */
export function readHeadersFile(text: string): HeaderRule[] {
  const rules: { path: string; headers: [string, string][] }[] = [];
  for (const line of text.split('\n')) {
    if (line.trim() === '' || line.trim().startsWith('#')) continue;
    const [, name, value] = /^\s+([\w-]+):\s*(.*?)\s*$/.exec(line) ?? [];
    if (name === undefined || value === undefined) rules.push({ path: line.trim(), headers: [] });
    else rules.at(-1)?.headers.push([name, value]);
  }
  return rules;
}

/** The headers of a path: those of every matching rule. */
export function headersFor(rules: readonly HeaderRule[], path: string): [name: string, value: string][] {
  const fits = (pattern: string) => (pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : path === pattern);
  return rules.filter((rule) => fits(rule.path)).flatMap(({ headers }) => headers.map(([name, value]): [string, string] => [name, value]));
}
