import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { OPEN_STATES, STATES } from './rules.ts';

test('wherever the database lists states of registrations, it lists the open ones of the rules, or all', () => {
  // An index may hold fewer.
  const schema = readFileSync('db/schema.sql', 'utf8').replace(/^CREATE INDEX .*$/gm, '');
  const lists = [...schema.matchAll(/\((?:ARRAY\[)?((?:\s*'[a-z_]+'(?:::text)?,?){3,})\]?\)/g)]
    .map(([, list = '']) => [...list.matchAll(/'([a-z_]+)'/g)].map(([, state = '']) => state).sort())
    .filter((list) => list.includes('self_assessed'));
  // Policies of registrations and models twice and once, the search, what follows a registrant twice, and the two constraints.
  expect(lists.length).toBeGreaterThanOrEqual(7);
  const [open, all] = [[...OPEN_STATES].sort(), Object.keys(STATES).sort()];
  for (const list of lists) expect([open, all]).toContainEqual(list);
});
