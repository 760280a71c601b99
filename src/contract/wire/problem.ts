import * as z from 'zod';

/** An RFC 9457 problem with every fault of the request, up to a hundred, each with its place. */
export const problemBody = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: z.enum([
    'malformed-request',
    'malformed-json',
    'invalid-request',
    'not-found',
    'method-not-allowed',
    'unsupported-media-type',
    'payload-too-large',
    'unknown-host',
    'unknown-transfer-coding',
    'internal',
  ]),
  errors: z
    .array(z.object({ pointer: z.string().optional(), parameter: z.string().optional(), code: z.string(), message: z.string() }))
    .optional(),
});
export type ProblemBody = z.infer<typeof problemBody>;
export type ProblemCode = ProblemBody['code'];
