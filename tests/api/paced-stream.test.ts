import { describe } from 'vitest';
import { checkPacedStream } from '../edge/paced-stream.check.ts';

describe('a paced stream in Node', checkPacedStream);
