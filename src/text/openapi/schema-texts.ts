/** Descriptions of schemas (`itself`) and of their properties, by the names of schema and property. */
export type SchemaTexts = Readonly<Record<string, Readonly<Record<string, string>>>>;
