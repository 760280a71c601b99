import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createApp } from '../../src/api/app.ts';
import { examplesOf, readCommand, shows } from './readme.ts';

const app = createApp();

describe.each(['README.md', 'README.zh-CN.md'])('%s', (file) => {
  const examples = examplesOf(readFileSync(join(import.meta.dirname, '../..', file), 'utf8'));

  it('shows every endpoint', () => {
    const paths = new Set(examples.map(({ command }) => readCommand(command).path.replace(/\?.*/, '')));
    expect([...paths].toSorted()).toEqual([
      '/api/v1/policies',
      '/api/v1/policies/jinfeng-2021',
      '/api/v1/policies/jinfeng-2021/arrears',
      '/api/v1/policies/jinfeng-2021/budgets',
      '/api/v1/policies/jinfeng-2021/entitlements',
      '/api/v1/policies/jinfeng-2021/entitlements/batch',
      '/api/v1/policies/jinfeng-2021/teacher-schema',
      '/healthz',
    ]);
  });

  it.each(examples.map(({ command, answer }) => [command.split('\n')[0], command, answer]))(
    '%s answers as it says',
    async (_title, command, answer) => {
      const { path, init } = readCommand(command as string);
      const response = await app.request(path, init);
      const text = await response.text();
      const streamed = response.headers.get('content-type') === 'application/x-ndjson';
      const read = (content: string) =>
        streamed
          ? content
              .trim()
              .split('\n')
              .map((line) => JSON.parse(line))
          : JSON.parse(content);
      expect(shows(read(answer as string), read(text)), text.slice(0, 500)).toBe(true);
    },
  );
});
