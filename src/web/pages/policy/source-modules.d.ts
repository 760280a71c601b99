interface ImportMeta {
  /** The texts that match a pattern, each fetched on demand. */
  glob<T>(pattern: string, options: { query: '?raw'; import: 'default' }): Record<string, () => Promise<T>>;
}
