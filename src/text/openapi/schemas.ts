import { OF_ARREARS } from './arrears.ts';
import { OF_BUDGETS } from './budgets.ts';
import { OF_POLICIES } from './policies.ts';
import { OF_REQUESTS } from './requests.ts';
import { OF_RESULTS } from './results.ts';
import type { SchemaTexts } from './schema-texts.ts';

/** Of every schema of the OpenAPI document. */
export const SCHEMA_TEXTS: SchemaTexts = { ...OF_REQUESTS, ...OF_POLICIES, ...OF_RESULTS, ...OF_BUDGETS, ...OF_ARREARS };
