import { describe, expect, test } from 'vitest';
import { CANDIDATE_PAGE, chosenOf, picksIn } from './rules-batch.ts';

const list = Array.from({ length: CANDIDATE_PAGE + 20 }, (_, at) => ({ id: at + 1, version: 1 }));
const ids = (picks: readonly { id: number }[]) => picks.map((pick) => pick.id);

describe('what is chosen', () => {
  test('at first nothing, on the first page', () => {
    const { page, pages, lines, chosen, left } = chosenOf(list, '', '', '');
    expect([page, pages, lines.length, chosen.length, left.length]).toEqual([1, 2, CANDIDATE_PAGE, 0, list.length]);
  });
  test('all, by one press, on whatever page one stands', () => {
    const { page, chosen, elsewhere, left } = chosenOf(list, '3-1', 'all', '2');
    expect([page, chosen.length, elsewhere.length, left.length]).toEqual([2, list.length, CANDIDATE_PAGE, 0]);
  });
  test('none, by one press', () => {
    expect(chosenOf(list, '3-1 55-1', 'none', '2').chosen).toEqual([]);
  });
  test('on one page stays chosen on the next', () => {
    const { page, chosen, elsewhere } = chosenOf(list, '3-1 7-1', '2', '1');
    expect([page, ids(chosen), elsewhere]).toEqual([
      2,
      [3, 7],
      [
        { id: 3, version: 1 },
        { id: 7, version: 1 },
      ],
    ]);
  });
  test('and waits no more is not chosen; a page that is not there is the last', () => {
    const { page, chosen } = chosenOf(list, '3-1 999-1', '40', '');
    expect([page, ids(chosen)]).toEqual([2, [3]]);
  });
  test('is shown as of now, whatever version it was ticked at', () => {
    expect(chosenOf([{ id: 3, version: 5 }], '3-1', '', '').chosen).toEqual([{ id: 3, version: 5 }]);
  });
});

test('a form’s picks are those of the page and those it carries, each once', () => {
  const form = new FormData();
  form.append('picked', '1-1 2-4');
  form.append('pick', '3-1');
  form.append('pick', '2-4');
  expect(picksIn(form)).toBe('1-1 2-4 3-1');
});
