import { expect, test } from 'vitest';
import { dice, shareOut } from './dice.ts';
import { Workshop } from './models.ts';
import { currentYear, movementRows } from './movement.ts';
import { kienGiang } from './places.ts';
import { partsOf } from './texts.ts';

const commune = (code: string) => new Workshop(kienGiang().find((place) => place.code === code)!);

test('the same seed gives the same models, another year other ones', () => {
  const names = (year: number) =>
    commune('30791')
      .make(year, 40)
      .map((model) => `${model.registrant.name}: ${model.name}`);
  expect(names(2019)).toEqual(names(2019));
  expect(names(2019)).not.toEqual(names(2018));
  expect(new Set(names(2019)).size).toBe(40);
});

test('no slot of a template stays open, and a ward has no hamlet', () => {
  for (const code of ['30730', '30791', '31108', '30904']) {
    for (const model of commune(code).make(2019, 200)) {
      model.full = true;
      const text = [model.name, ...Object.values(partsOf(model, 2019))].join(' ');
      expect(text).not.toMatch(/[{}]|undefined|NaN/);
      if (model.place.kind === 'ward') expect(text).not.toMatch(/(?<!\p{L})ấp(?!\p{L})/u);
    }
  }
});

test('shares add up to the whole, however the weights divide', () => {
  const weights = Array.from({ length: 144 }, () => dice('test', 1).next() + 0.1);
  for (const total of [0, 1, 143, 7_337, 7_736]) {
    const shares = shareOut(total, weights);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBe(total);
    expect(Math.max(...shares) - Math.min(...shares)).toBeLessThanOrEqual(1);
  }
});

test.each([
  ['2019-11-20', 'before'],
  ['2026-01-02', 'before'],
  ['2026-11-22', 'since'],
  ['2031-12-31', 'since'],
] as const)('the running cycle of %s is open and later than 2019, on the units of %s', (today, tree) => {
  const { cycles, tables } = movementRows(today, tree);
  const table = (name: string) => tables.find(([each]) => each === name)![1];
  expect(cycles.map((cycle) => cycle.year)).toEqual([2018, 2019, currentYear(today)]);
  expect((table('cycle').at(-1)!.opens_on as string) < today).toBe(true);
  const due = table('cycle_level')
    .slice(tree === 'before' ? -3 : -2)
    .flatMap((row) => [row.register_due_on, row.appraise_due_on] as string[]);
  expect(due.some((day) => day < today)).toBe(true);
  expect(due).toContain(today);
  expect(due.some((day) => day > today)).toBe(true);
  expect(table('phase').length).toBe(currentYear(today) > 2020 ? 2 : 1);
});
