import { expect, test } from 'vitest';
import { DraftContent } from '../registration/schema.ts';
import { changeOf, SECTIONS, stepIn, stepOf } from './rules-form.ts';

const formWith = (...fields: [string, string][]) => {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return form;
};

test('every box of a draft stands in one section', () => {
  const boxes = SECTIONS.flatMap((section) => [...section.boxes] as string[]);
  // Answers about near-duplicates are no boxes: they have a page of their own.
  const { similar: _answers, ...shape } = DraftContent.shape;
  expect(boxes.toSorted()).toEqual(Object.keys(shape).toSorted());
  expect(new Set(boxes).size).toBe(boxes.length);
});

test('a form tells what it holds, and nothing of what it does not', () => {
  expect(changeOf(formWith(['name', 'Tên'], ['version', '3'], ['to', 'review']))).toEqual({ name: 'Tên' });
});

test('ticked boxes come as a list; none ticked is an empty one, no boxes at all is no answer', () => {
  expect(changeOf(formWith(['levels', ''], ['levels', 'commune'], ['levels', 'province']))).toEqual({
    levels: ['commune', 'province'],
  });
  expect(changeOf(formWith(['levels', '']))).toEqual({ levels: [] });
  expect(changeOf(formWith())).toEqual({});
});

test('steps: where a box stands, and what an address asks for', () => {
  expect([stepOf('unitId'), stepOf('fieldId'), stepOf('name'), stepOf('sustaining'), stepOf('nothing')]).toEqual([
    1, 2, 3, 5, 1,
  ]);
  expect(['3', '0', '6', '2.5', 'x', null].map(stepIn)).toEqual([3, 1, 1, 1, 1, 1]);
});
