import { type Fact, factOf } from '../../src/facts/dictionary.ts';
import { teacherSchema } from '../../src/facts/teacher-schema.ts';
import { dictionary } from '../../src/policy/bundled.ts';

export { dictionary };

/** What a teacher must be under a policy that requires these two facts. */
export const schema = teacherSchema(dictionary, ['post', 'area']);

export const fact = (id: string): Fact => factOf(dictionary, id);
