import { expect, test } from 'vitest';
import { wordsIn } from '#messages/catalogues.ts';
import { actorIn, changesOf, labelOf, saidOf, shortened, subjectIn, writtenIn } from './rules.ts';
import { auditFilterOf } from './schema.ts';

const t = wordsIn('vi');

test('only the fields that differ are told, in the order of the body', () => {
  const before = { state: 'submitted', submittedOn: '2026-03-01', note: null, tags: [] };
  expect(
    changesOf(before, { state: 'accepted', submittedOn: '2026-03-01', note: '', reason: 'Đủ', tags: null }),
  ).toEqual([
    { field: 'state', before: 'submitted', after: 'accepted' },
    { field: 'reason', before: undefined, after: 'Đủ' },
  ]);
});

test('a body after the act tells what it touched; without one the record is gone', () => {
  expect(changesOf({ name: 'A', code: 'B' }, { name: 'C' })).toEqual([{ field: 'name', before: 'A', after: 'C' }]);
  expect(changesOf({ name: 'A' }, null)).toEqual([{ field: 'name', before: 'A', after: undefined }]);
  expect(changesOf(null, null)).toEqual([]);
  expect(changesOf(null, 5)).toEqual([{ field: '', before: null, after: 5 }]);
});

test('a record within a body is told by both names, a list as one value', () => {
  expect(changesOf({ a: { b: 1, c: 2 } }, { a: { b: 1, c: 3 }, list: [1] })).toEqual([
    { field: 'a.c', before: 2, after: 3 },
    { field: 'list', before: undefined, after: [1] },
  ]);
});

test('fields and values are said in words where they are known', () => {
  const written = writtenIn('vi');
  expect([labelOf(t, 'state'), labelOf(t, 'content'), labelOf(t, 'someThing_else')]).toEqual([
    'Trạng thái',
    'Nội dung và cách làm',
    'some thing else',
  ]);
  expect(saidOf(t, 'levels', ['commune', 'province'], written)).toBe(
    `${t('registration.level.commune')}, ${t('registration.level.province')}`,
  );
  expect(saidOf(t, 'on', '2026-03-01', written)).toBe('01/03/2026');
  expect(saidOf(t, 'at', '2026-03-01T02:00:00.000Z', written)).toBe('01/03/2026 09:00');
  expect([saidOf(t, 'x', true, written), saidOf(t, 'x', null, written)]).toEqual(['có', '—']);
  expect(shortened('một  hai\nba bốn', 9)).toBe('một hai…');
});

test('whoever has no name is said in words, and a name that was taken out is not shown', () => {
  expect(actorIn(t, { actorName: 'system', emptied: false })).toBe('Hệ thống');
  expect(actorIn(t, { actorName: '', emptied: true })).toBe('Đã ẩn tên');
  expect(subjectIn(t, { subjectKind: 'account', subjectId: 3 })).toBe('Tài khoản 3');
  expect(subjectIn(t, { subjectKind: 'moon', subjectId: null })).toBe('moon');
});

test('an address is read as a filter; what cannot be read is told and filters nothing', () => {
  const read = (query: string) => auditFilterOf(new URLSearchParams(query));
  expect(read('q=an&act=a.b&unit=4&kind=account&id=7&from=1/3/2026&to=2026-03-02&after=9')).toEqual({
    filter: {
      person: 'an',
      act: 'a.b',
      unit: 4,
      records: [{ kind: 'account', ids: [7] }],
      from: '2026-03-01',
      to: '2026-03-02',
      before: 9,
    },
    unread: [],
  });
  expect(read('from=mai&to=31/2/2026&id=7').unread).toEqual(['from', 'to', 'id']);
  expect(read("unit=4 or 1&after=x'&kind=").filter).toEqual({
    person: undefined,
    act: undefined,
    unit: undefined,
    records: undefined,
    from: undefined,
    to: undefined,
    before: undefined,
  });
});
