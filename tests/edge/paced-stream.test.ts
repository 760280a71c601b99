import { describe } from 'vitest';
import { checkPacedStream } from './paced-stream.check.ts';

describe('a paced stream in the Workers runtime', checkPacedStream);
