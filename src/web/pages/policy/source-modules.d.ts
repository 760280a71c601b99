interface ImportMeta {
  /** The texts that match a pattern, each fetched when asked for. */
  glob<T>(pattern: string, options: { query: '?raw'; import: 'default' }): Record<string, () => Promise<T>>;
}
