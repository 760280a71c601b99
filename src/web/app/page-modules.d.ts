interface ImportMeta {
  /** The programs that match a pattern, each fetched when it is called for. */
  glob<T>(pattern: string): Record<string, () => Promise<T>>;
}
