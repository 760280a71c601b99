import * as z from 'zod';
import type { PolicyDocument } from '../../policy/document/schema.ts';
import { say, type Wording } from '../wire/wording.ts';

/** The file of a document's text, and what a reader should know of it. */
export const sourceShape = z.object({ file: z.string(), note: z.string().optional() });

/** Other documents that the clauses of a policy quote. */
export const quotedDocuments = z
  .array(sourceShape.extend({ document: z.string(), title: z.string() }))
  .optional()
  .meta({ description: 'Other documents that clauses quote; a clause names its own by `document`.' });

type Spoken = Pick<Wording, 'language'>;

/** The text that a policy is from, and those of other documents that it quotes. */
export function viewSources({ source, sources }: PolicyDocument, wording: Spoken) {
  const others = sources && Object.entries(sources).map(([document, one]) => viewOther(document, one, wording));
  return { source: viewSource(source, wording), ...(others && { sources: others }) };
}

function viewSource({ file, note }: PolicyDocument['source'], wording: Spoken): z.infer<typeof sourceShape> {
  return { file, ...(note && { note: say(note, wording) }) };
}

function viewOther(document: string, { title, ...source }: NonNullable<PolicyDocument['sources']>[string], wording: Spoken) {
  return { document, title: say(title, wording), ...viewSource(source, wording) };
}
