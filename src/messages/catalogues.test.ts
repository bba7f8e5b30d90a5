import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { vi } from './vi.ts';

const SRC = resolve(import.meta.dirname, '..');

test('every act has its words: the audit shows them', () => {
  const files = globSync('{modules,cli}/**/*.ts', { cwd: SRC }).filter((file) => !file.endsWith('.test.ts'));
  const acts = files.flatMap((file) => {
    const found = readFileSync(resolve(SRC, file), 'utf8').matchAll(/\baction(?:OnMany)?\(\{\s*name: '([^']+)'/g);
    return [...found].map(([, act]) => ({ file, act: act as string }));
  });
  expect(acts.length).toBeGreaterThan(10);
  expect(acts.filter(({ act }) => !(act in vi))).toEqual([]);
});
