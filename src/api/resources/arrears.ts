import type { Context, Hono } from 'hono';
import { listArrears } from '../../contract/arrears/arrears.ts';
import { readArrearsRequest } from '../../contract/arrears/arrears-request.ts';
import { listArrearsOfPeriod } from '../../contract/arrears/arrears-years.ts';
import { bundledPolicies } from '../../policy/bundled.ts';
import { JSON_TYPE, MOST_BYTES_ARREARS, mediaTypeOf, readEntries } from '../reading/body.ts';
import { wordingOf } from '../reading/language.ts';
import { accepted } from '../reading/problem.ts';
import { readQuery } from '../reading/query.ts';
import { answerListing, answerPeriod, writeListing } from './listing.ts';
import { namedPolicy, takePolicy } from './policy-source.ts';

/** Compares what was paid with what is due under the rules known now, of a built-in policy or of one in the request. */
export function arrears(app: Hono): void {
  app.post('/api/v1/policies/:id/arrears', answer);
  app.post('/api/v1/arrears', answer);
}

async function answer(c: Context): Promise<Response> {
  const named = namedPolicy(c);
  readQuery(c, []);
  mediaTypeOf(c, [JSON_TYPE]);
  const { value, faults, lost } = await readEntries(c, MOST_BYTES_ARREARS, ['teachers']);
  const { policy, body } = await takePolicy(c, named, value);
  const order = accepted(readArrearsRequest(policy, body, bundledPolicies), faults);
  const wording = wordingOf(c);
  if (order.period) return answerPeriod(c, listArrearsOfPeriod(policy, order, wording, lost));
  return answerListing(c, writeListing(listArrears(policy, order, wording, lost)));
}
