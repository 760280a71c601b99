declare module '*.yaml' {
  /** The document as JSON, compiled at build; a `policy.yaml` comes checked and with its version. */
  const document: unknown;
  export default document;
}

interface ImportMeta {
  /** The modules that match a pattern, as Vite lays them out at build. */
  glob<T>(pattern: string, options: { eager: true; import: 'default' }): Record<string, T>;
}

declare module '*.yaml?raw' {
  /** The file as it is written. */
  const text: string;
  export default text;
}

declare module '*.txt?raw' {
  /** The text of a document. */
  const text: string;
  export default text;
}
