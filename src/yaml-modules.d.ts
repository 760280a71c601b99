declare module '*.yaml' {
  /** The document as JSON, compiled at build. */
  const document: unknown;
  export default document;
}
