/** What schemas are (`itself`), and what their properties are, by the name of the schema and of the property. */
export type SchemaTexts = Readonly<Record<string, Readonly<Record<string, string>>>>;
