import { expect, it } from 'vitest';
import { foldName } from '../../src/facts/place.ts';

it('folds a name of unified ideographs to itself, as compatibility folding does, and other names by it', () => {
  for (let code = 0x4dff; code <= 0xa000; code++) {
    const name = String.fromCodePoint(code);
    expect(foldName(name)).toBe(name.normalize('NFKC').trim());
  }
  expect(foldName(' 良⽥镇\u3000')).toBe('良田镇');
  expect(foldName('\uF97C田镇')).toBe('良田镇');
  expect(foldName('良田镇Ａ')).toBe('良田镇A');
});
