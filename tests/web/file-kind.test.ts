import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { kindOfFile } from '../../src/web/pages/policy/file-kind.ts';

const policy = readFileSync(join(import.meta.dirname, '../policy/sixth/policy.yaml'));
const packed = (...names: string[]) => zipSync(Object.fromEntries(names.map((name) => [name, strToU8('x')])));
const ole = (stream: string) =>
  Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...[...stream].flatMap((character) => [character.charCodeAt(0), 0]));

describe('what a file is', () => {
  it.each([
    ['a policy file', 'policy.yaml', policy, null],
    ['one under the name of a document', 'policy.docx', policy, null],
    ['one in a text file', 'policy.txt', policy, null],
    ['a text that is no YAML', 'policy.yaml', strToU8('a: ['), null],
    ['nothing', 'policy.yaml', new Uint8Array(), null],
    ['the words of a document', '方案.txt', strToU8('一、总体要求'), 'text'],
    ['.docx', '方案.docx', packed('[Content_Types].xml', 'word/document.xml'), 'word'],
    ['.docx under another name', 'policy.yaml', packed('[Content_Types].xml', 'word/document.xml'), 'word'],
    ['.odt', '方案.odt', packed('mimetype', 'content.xml'), 'word'],
    ['.doc', '方案.doc', ole('WordDocument'), 'word'],
    ['.wps', '方案.wps', ole('Kingsoft'), 'word'],
    ['.rtf', 'policy.yaml', strToU8('{\\rtf1'), 'word'],
    ['.pdf', 'policy.yaml', strToU8('\n%PDF-1.4'), 'pdf'],
    ['.pdf by its name alone', '方案.PDF', strToU8('damaged'), 'pdf'],
    ['.ofd', '方案.yaml', packed('OFD.xml'), 'pdf'],
    ['a scan', 'policy.yaml', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a), 'picture'],
    ['a photograph', '扫描件.jpg', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0), 'picture'],
    ['.xlsx', '名册.xlsx', packed('xl/workbook.xml'), 'sheet'],
    ['.xls', '名册.xls', ole('Workbook'), 'sheet'],
    ['.csv', '名册.csv', strToU8('姓名,学校'), 'sheet'],
    ['a web page', 'policy.yaml', strToU8('\ufeff<!DOCTYPE html>'), 'page'],
    ['other packed files', 'policy.yaml', packed('a.txt'), 'other'],
  ] as const)('%s', (_title, name, bytes, kind) => {
    expect(kindOfFile(bytes, name)).toBe(kind);
  });
});
