interface ImportMeta {
  /** The programs that match a pattern, each fetched on demand. */
  glob<T>(pattern: string): Record<string, () => Promise<T>>;
}
