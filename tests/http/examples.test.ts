import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createApp } from '../../src/api/app.ts';
import { ROUTES, routeOf } from '../../src/api/routes.ts';
import { examplesOf, readCommand, shows } from './examples.ts';

const app = createApp();

const examplesIn = (file: string) => examplesOf(readFileSync(join(import.meta.dirname, '../..', file), 'utf8'));

it('the document of the API has an example of every endpoint', () => {
  const paths = new Set(examplesIn('docs/api.md').map(({ command }) => readCommand(command).path.replace(/\?.*/, '')));
  const shown = [...paths].map((path) => routeOf(path).replace('/policies/:id/', '/'));
  const besides = ['/openapi.json', '/readyz', '/metrics', '/api/v1/policies/check'];
  const all = Object.keys(ROUTES).map((route) => route.replace('/policies/:id/', '/'));
  expect([...new Set([...shown, ...besides])].toSorted()).toEqual([...new Set(all)].toSorted());
});

describe.each(['README.md', 'README.zh-CN.md', 'docs/api.md'])('%s', (file) => {
  const examples = examplesIn(file);

  it('has examples', () => {
    expect(examples).not.toEqual([]);
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
