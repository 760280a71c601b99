import * as z from 'zod';
import { absentOr } from '../../facts/issue.ts';
import { entryList } from '../wire/entries.ts';
import { type SpanRequest, spanShape } from '../wire/span.ts';

const error = absentOr();

/** A request for many teachers. Each is validated separately, so the list carries no schema for the facts of the policy. */
export const batchRequest: z.ZodType<SpanRequest & { teachers: unknown[] }> = z.strictObject(
  { ...spanShape, teachers: entryList('Teachers, each checked by itself.') },
  { error },
);

/** The first line of a streamed batch request. */
export const batchLine: z.ZodType<SpanRequest> = z.strictObject(spanShape, { error });
