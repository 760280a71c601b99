import { describe, expect, it } from 'vitest';
import { hostName, readServerSettings, type ServerSettings } from '../../src/node/settings.ts';

const read = (env: Record<string, string>) => {
  const settings = readServerSettings(env);
  return 'faults' in settings ? settings.faults : [...((settings as ServerSettings).hosts ?? ['*'])].slice(3);
};

describe('the names of a server', () => {
  it.each([
    ['jintie.county.example', 'jintie.county.example'],
    ['Jintie.County.Example.', 'jintie.county.example'],
    ['津贴.example', 'xn--xyww79d.example'],
    ['fe80::1', '[fe80::1]'],
    ['[FE80::1]', '[fe80::1]'],
    ['10.0.0.7', '10.0.0.7'],
    ['*', '*'],
  ])('%s is %s', (given, name) => expect(read({ JINTIE_HOSTS: given })).toEqual(name === '*' ? [] : [name]));

  it.each([
    '*.county.example',
    '"jintie.example"',
    "'jintie.example'",
    'jintie.example:8787',
    'http://jintie.example',
    'a b',
    'a/b',
    'x@y',
    '.',
    '*,jintie.example',
  ])('%s is none, and a sentence says what to do', (given) =>
    expect(read({ JINTIE_HOSTS: given })).toEqual([
      expect.stringMatching(/^JINTIE_HOSTS (?:takes no "\*" within a name: list every name|must list names such as|lists names, or)/),
    ]),
  );

  it('are those by which a request can ask', () => {
    for (const name of ['localhost.', 'LOCALHOST', '津贴.example', 'fe80::1%eth0'])
      expect(new URL(`http://${hostName(name)}`).hostname).toBe(hostName(name));
  });
});

describe('the origins of other pages', () => {
  it.each([
    'https://*.example',
    '*',
    'null',
    'https://payroll.example/',
    'https://Payroll.example',
    'payroll.example',
    'https://payroll.example:443',
  ])('%s is none that a browser sends', (given) =>
    expect(read({ JINTIE_ORIGINS: given })).toEqual([expect.stringMatching(/^JINTIE_ORIGINS /)]),
  );

  it('are told as they have to be written', () => {
    expect(read({ JINTIE_ORIGINS: 'https://津贴.example/' })).toEqual([
      expect.stringContaining('such as https://xn--xyww79d.example, not'),
    ]);
    expect(read({ JINTIE_ORIGINS: 'https://payroll.example,http://10.0.0.7:8080' })).toEqual([]);
  });
});
