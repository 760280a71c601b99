import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeCapitals } from '../../src/money/capitals.ts';
import { parseYuan } from '../../src/money/fen.ts';
import { randomRuns } from '../random-runs.ts';

const FIGURES = '零壹贰叁肆伍陆柒捌玖';
const BOUND_FEN = 10n ** 18n;

/** Reads an amount in capitals, in fen; from the text alone. */
function readCapitals(text: string): bigint {
  const parts = /^人民币(?:(.+)元)?零?(?:(.)角)?(?:(.)分)?整?$/.exec(text);
  if (!parts) throw new Error(`not in capitals: ${text}`);
  const [, yuan = '零', jiao = '零', fen = '零'] = parts;
  return readNumber(yuan) * 100n + BigInt(FIGURES.indexOf(jiao) * 10 + FIGURES.indexOf(fen));
}

/** By the largest unit, which multiplies all before it. */
function readNumber(text: string): bigint {
  for (const [unit, value] of [
    ['亿', 10n ** 8n],
    ['万', 10n ** 4n],
    ['仟', 1000n],
    ['佰', 100n],
    ['拾', 10n],
  ] as const) {
    const at = text.lastIndexOf(unit);
    if (at >= 0) return readNumber(text.slice(0, at)) * value + readNumber(text.slice(at + 1));
  }
  return BigInt(FIGURES.indexOf(text.replace(/^零(?=.)/, '') || '零'));
}

/** The figures of an amount with the 零 between them, units left out: by the places of the figures that are not zero. */
function figuresOf(fen: bigint): string {
  const digits = fen.toString().padStart(18, '0');
  const places = [...digits].flatMap((digit, place) => (digit === '0' ? [] : [place]));
  return places
    .map((place, at) => {
      const before = places[at - 1];
      const figure = FIGURES[Number(digits[place])] as string;
      if (before === undefined || before === place - 1) return figure;
      const onlyTailOfGroup = place % 4 === 0 && place - before <= 4;
      const isJiao = place === 16;
      return onlyTailOfGroup || isJiao ? figure : `零${figure}`;
    })
    .join('');
}

const amounts = fc.oneof(
  fc.bigInt({ min: 1n, max: BOUND_FEN - 1n }),
  // Amounts of few figures have the most zeros.
  fc.array(fc.tuple(fc.nat(17), fc.integer({ min: 1, max: 9 })), { minLength: 1, maxLength: 5 }).map((figures) => {
    const digits = new Array(18).fill('0');
    for (const [place, figure] of figures) digits[place] = String(figure);
    return BigInt(digits.join(''));
  }),
);

describe('an amount in capitals', () => {
  it.each([
    ['0', '零元整'],
    ['0.01', '壹分'],
    ['0.05', '伍分'],
    ['0.10', '壹角整'],
    ['0.50', '伍角整'],
    ['0.56', '伍角陆分'],
    ['1', '壹元整'],
    ['1.01', '壹元零壹分'],
    ['10', '壹拾元整'],
    ['10.05', '壹拾元零伍分'],
    ['10.50', '壹拾元伍角整'],
    ['100', '壹佰元整'],
    ['101', '壹佰零壹元整'],
    ['110', '壹佰壹拾元整'],
    ['1001', '壹仟零壹元整'],
    ['1010', '壹仟零壹拾元整'],
    ['1409.50', '壹仟肆佰零玖元伍角整'],
    ['6007.14', '陆仟零柒元壹角肆分'],
    ['1680.32', '壹仟陆佰捌拾元叁角贰分'],
    ['107000.53', '壹拾万柒仟元伍角叁分'],
    ['16409.02', '壹万陆仟肆佰零玖元零贰分'],
    ['325.04', '叁佰贰拾伍元零肆分'],
    ['9624.00', '玖仟陆佰贰拾肆元整'],
    ['10000', '壹万元整'],
    ['10001', '壹万零壹元整'],
    ['10100', '壹万零壹佰元整'],
    ['100000', '壹拾万元整'],
    ['1000001', '壹佰万零壹元整'],
    ['100000000', '壹亿元整'],
    ['100000001.01', '壹亿零壹元零壹分'],
    ['100010000', '壹亿零壹万元整'],
    ['100001000', '壹亿零壹仟元整'],
    ['120000000', '壹亿贰仟万元整'],
    ['2256000.00', '贰佰贰拾伍万陆仟元整'],
    ['999999999999.99', '玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分'],
  ])('%s', (yuan, capitals) => {
    expect(writeCapitals(parseYuan(yuan) as number)).toBe(`人民币${capitals}`);
  });

  it('has a name for everything below 10^16 yuan, and for nothing above', () => {
    expect(writeCapitals(10n ** 14n)).toBe('人民币壹万亿元整');
    expect(writeCapitals(100_005_000_000_000n)).toBe('人民币壹万亿零伍仟万元整');
    expect(writeCapitals(100_010_000_000_000n)).toBe('人民币壹万零壹亿元整');
    expect(writeCapitals(BOUND_FEN - 1n)).toBe('人民币玖仟玖佰玖拾玖万玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分');
    expect(writeCapitals(BOUND_FEN)).toBeNull();
  });

  it('is not for what is no amount of fen', () => {
    for (const fen of [-1, -1n, 0.5, 2 ** 53, Number.NaN])
      expect(() => writeCapitals(fen)).toThrow(new RangeError('not an exact amount of fen'));
  });

  it('is the amount when it is read, with 零 where figures are apart and nowhere else', () => {
    fc.assert(
      fc.property(amounts, (fen) => {
        const text = writeCapitals(fen) as string;
        expect(readCapitals(text)).toBe(fen);
        expect(text.replace(/[^零壹贰叁肆伍陆柒捌玖]/g, '')).toBe(figuresOf(fen));
        expect(text.endsWith('整')).toBe(fen % 10n === 0n);
      }),
      { numRuns: randomRuns(5_000, 200_000) },
    );
  });
});
