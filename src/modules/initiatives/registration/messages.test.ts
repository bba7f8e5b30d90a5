import { describe, expect, test } from 'vitest';
import { en } from '#messages/en.ts';
import { vi } from '#messages/vi.ts';
import { LEVELS } from '#modules/organisations/unit/rules.ts';
import { filesUnder, textOf } from '../../../../tests/support/imports.ts';
import { STATES, SUBJECTS, TRANSITIONS } from './rules.ts';
import { STEPS } from './rules-steps.ts';
import { PARTS } from './schema.ts';

const states = Object.keys(STATES);
const acts = Object.keys(TRANSITIONS);
const open = Object.entries(STATES).filter(([, state]) => state.open);

/** Every key that is put together from a table, so that no search for it in the sources would find it. */
const WALKED: Record<string, string[]> = {
  'states, inside and outside': [
    ...states.map((state) => `registration.state.${state}`),
    ...Object.values(STATES).map((state) => `registration.public.${state.public}`),
    ...open.map(([state]) => `registration.next.${state}`),
  ],
  acts: acts.flatMap((act) => [`registration.${act}`, `registration.event.${act}`]),
  'reasons asked for on the record page': ['return', 'withdraw', 'reopen'].map(
    (act) => `registration.reason_help.${act}`,
  ),
  'what an act says when it is done': ['submit', 'recall', 'return', 'accept', 'self_assess', 'withdraw', 'reopen'].map(
    (act) => `registration.done.${act}`,
  ),
  'why not': LEVELS.map((level) => `registration.why_not.level_${level}`),
  'why not now': acts.map((act) => `registration.why_not.state.${act}`),
  levels: LEVELS.flatMap((level) => [`registration.level.${level}`, `registration.level_in.${level}`]),
  subjects: SUBJECTS.map((subject) => `registration.subject.${subject}`),
  steps: STEPS.map((step) => `registration.step.${step}`),
  parts: PARTS.flatMap((part) => ['part', 'help', 'part_missing'].map((kind) => `registration.${kind}.${part}`)),
};

describe.each(Object.entries(WALKED))('%s', (_table, keys) => {
  test.each(keys)('%s has words in both languages', (key) => {
    const said = [vi, en].map((catalogue) => (catalogue as Record<string, string>)[key]);
    expect(said).toEqual([expect.stringMatching(/\S/), expect.stringMatching(/\S/)]);
  });
});

test('every key that the sources of this module name is in the catalogue', () => {
  const own = filesUnder('src').filter(
    (file) => /initiatives|office\/(drafts|registrations)/.test(file) && /\.(ts|svelte)$/.test(file),
  );
  const sources = own.filter((file) => !/messages\.|\.test\.ts$/.test(file));
  const named = sources.flatMap((file) =>
    [...textOf(file).matchAll(/['"`]((?:registration|draft|initiative|refusal|form)\.[a-z_.]+[a-z])['"`]/g)].map(
      ([, key]) => [file, key] as const,
    ),
  );
  expect(named.length).toBeGreaterThan(40);
  expect(named.filter(([, key]) => !((key as string) in vi))).toEqual([]);
});

test('both languages put in the same things', () => {
  const holes = (text: string) =>
    [...text.matchAll(/\{(\w+)/g)]
      .map(([, name]) => name)
      .filter((name, at, all) => all.indexOf(name) === at)
      .sort();
  const keys = (Object.keys(vi) as (keyof typeof vi)[]).filter((key) => /^(registration|draft|initiative)\./.test(key));
  expect(keys.filter((key) => holes(vi[key]).join() !== holes(en[key]).join())).toEqual([]);
});

test('why not now names every state in which it may be done', () => {
  for (const catalogue of [vi, en] as Record<string, string>[])
    for (const [act, { from }] of Object.entries(TRANSITIONS).filter(([name]) => name !== 'annul')) {
      const states = from.filter((state) => state !== 'new').map((state) => catalogue[`registration.state.${state}`]);
      const said = catalogue[`registration.why_not.state.${act}`] ?? '';
      expect(said.slice(said.indexOf(':') + 2, -1)).toBe(states.join('; ').toLowerCase());
    }
});
