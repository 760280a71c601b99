import { describe, expect, it } from 'vitest';
import { decodeText, UndecodableTextError } from '../../src/roster/sheet/decode.ts';

const utf8 = new TextEncoder();
/** 工号,姓名 in GB18030. */
const GB = [0xb9, 0xa4, 0xba, 0xc5, 0x2c, 0xd0, 0xd5, 0xc3, 0xfb];
/** The same in UTF-16LE. */
const UTF16 = [0xe5, 0x5d, 0xf7, 0x53, 0x2c, 0x00, 0xd3, 0x59, 0x0d, 0x54];

describe('decodeText', () => {
  it.each([
    ['UTF-8', [...utf8.encode('工号,姓名')]],
    ['UTF-8 with its mark', [0xef, 0xbb, 0xbf, ...utf8.encode('工号,姓名')]],
    ['UTF-16LE with its mark', [0xff, 0xfe, ...UTF16]],
    ['UTF-16BE with its mark', [0xfe, 0xff, ...UTF16.map((_, index) => UTF16[index ^ 1] ?? 0)]],
    ['UTF-16LE without a mark', UTF16],
    ['UTF-16BE without a mark', UTF16.map((_, index) => UTF16[index ^ 1] ?? 0)],
    ['GB18030', GB],
  ])('reads %s', (_, bytes) => {
    expect(decodeText(Uint8Array.from(bytes))).toBe('工号,姓名');
  });

  it('reads a character of four bytes in GB18030', () => {
    // 㐀, rare in print and found in names.
    expect(decodeText(Uint8Array.of(0x81, 0x39, 0xee, 0x39))).toBe('\u3400');
  });

  it('reads no bytes as no text', () => {
    expect(decodeText(new Uint8Array())).toBe('');
  });

  it.each([
    ['bytes of no encoding', [0xff, 0x00, 0xff]],
    ['half a character after a mark', [0xef, 0xbb, 0xbf, 0xe5]],
  ])('refuses %s', (_, bytes) => {
    expect(() => decodeText(Uint8Array.from(bytes))).toThrow(UndecodableTextError);
  });
});
