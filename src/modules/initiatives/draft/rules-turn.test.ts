import { expect, test } from 'vitest';
import { turnOf, type Writer } from './rules-turn.ts';

/** A draft that takes saves as the action does. */
function saved(saves: readonly (Writer & { text: string })[]) {
  const stored = { version: 1, writer: '', writerCount: 0, text: '' };
  const told = saves.map((save) => {
    const turn = turnOf(stored, save);
    if (turn === 'next') Object.assign(stored, save, { version: stored.version + 1 });
    return turn;
  });
  return { told, stored };
}
const save = (writer: string, writerCount: number, version: number, text: string) => ({
  ...{ writer, writerCount, version, text },
});

test('a save whose answer was lost is sent again and counts once; what was typed since follows', () => {
  const { told, stored } = saved([save('a', 1, 1, 'x'), save('a', 1, 1, 'x'), save('a', 2, 1, 'xy')]);
  expect(told).toEqual(['next', 'done', 'next']);
  expect(stored).toMatchObject({ text: 'xy', version: 3 });
});

test('an older save that arrives after a newer one of its page changes nothing', () => {
  const { told, stored } = saved([save('a', 2, 1, 'xy'), save('a', 1, 1, 'x')]);
  expect([told, stored.text]).toEqual([['next', 'done'], 'xy']);
});

test("another page's newer text is never overwritten; nor that of a form without script", () => {
  expect(saved([save('a', 1, 1, 'x'), save('b', 1, 2, 'y'), save('a', 2, 2, 'z')]).told).toEqual([
    'next',
    'next',
    'newer',
  ]);
  expect(saved([save('a', 1, 1, 'x'), save('', 0, 2, 'y'), save('a', 2, 2, 'z')]).told[2]).toBe('newer');
  expect(saved([save('', 0, 1, 'x'), save('', 0, 1, 'x')]).told).toEqual(['next', 'newer']);
});
