import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { read } from '#platform/server/db.ts';
import { type Cast, NOW, openCast, PERSON_NAMES, type PersonName, units } from '../../../../../tests/support/cast.ts';
import { send } from '../../../../../tests/support/initiatives.ts';
import { idOfPerson } from '../../../../../tests/support/reviews.ts';
import { dutiesOf } from '../../../../duties.ts';
import { editComment, readOwnMentions, takeBackComment, writeComment } from './actions.ts';
import { commentsPage } from './queries.ts';
import { letterOf } from './queries-letter.ts';

let cast: Cast;
let id: number;
const said: Record<string, number> = {};
const NOTE = `body-${units.commune}`;
const LATER = new Date(NOW.getTime() + 16 * 60_000);

const say = async (person: PersonName, audience: string, text: string, named: PersonName[] = [], now = NOW) =>
  (await writeComment(cast.contextFor(person, now), { id, audience, text, mentions: named.map(idOfPerson) })).id;
const page = (person: PersonName, now = NOW) => {
  const ctx = cast.contextFor(person, now);
  return read(ctx, (db) => commentsPage(db, ctx, id));
};

beforeAll(async () => {
  cast = await openCast();
  ({ initiativeId: id } = await send(cast));
  said.all = await say('registrant', 'readers', 'Cho mọi người');
  said.officers = await say('district_officer', 'officers', 'Cho cán bộ');
  said.note = await say('committee_member', NOTE, 'Ghi chú của ban');
});
afterAll(() => cast.close());

describe('reads of a record what is meant for them, and nobody else does', () => {
  const all = ['Cho mọi người'];
  const among = [...all, 'Cho cán bộ'];
  const EXPECTED: Partial<Record<PersonName, string[]>> = {
    registrant: all,
    sector_officer: all,
    commune_officer: [...among, 'Ghi chú của ban'],
    committee_member: [...among, 'Ghi chú của ban'],
    district_officer: among,
    provincial_officer: among,
    administrator: among,
    auditor: among,
  };
  test.each(PERSON_NAMES)('%s', async (person) => {
    const found = await page(person).then(
      ({ comments }) => comments.map(({ text }) => text),
      (refusal: { kind: string }) => refusal.kind,
    );
    expect(found).toEqual(EXPECTED[person] ?? 'missing');
    // The tables by themselves answer no more.
    const rows = await read(cast.contextFor(person), (db) => db.selectFrom('comment').select('text').execute());
    expect(rows.map(({ text }) => text).sort()).toEqual([...(EXPECTED[person] ?? [])].sort());
  });
});

describe('may not', () => {
  const refused: [PersonName, string, string][] = [
    ['registrant', 'officers', 'comment.why_not.officers'],
    ['registrant', NOTE, 'comment.why_not.body'],
    ['sector_officer', 'officers', 'comment.why_not.officers'],
    ['district_officer', NOTE, 'comment.why_not.body'],
    ['administrator', 'readers', 'refusal.not_yours'],
    ['auditor', 'readers', 'refusal.read_only'],
  ];
  test.each(refused)('%s speak to %s', async (person, audience, code) => {
    await expect(say(person, audience, 'x')).rejects.toMatchObject({ kind: 'forbidden', reason: { code } });
  });
  test('be heard by whom it is hidden from: a name is refused, also past the act', async () => {
    const closed = { fields: { mentions: { code: 'comment.mention_closed', params: { name: 'registrant' } } } };
    await expect(say('commune_officer', 'officers', 'x', ['registrant'])).rejects.toMatchObject(closed);
    await expect(say('commune_officer', NOTE, 'x', ['district_officer'])).rejects.toMatchObject({ kind: 'invalid' });
    await expect(say('commune_officer', 'readers', 'x', ['sibling_officer'])).rejects.toMatchObject({
      fields: { mentions: { code: 'comment.mention_nobody' } },
    });
    const { write } = await import('#platform/server/db.ts');
    const past = write(cast.contextFor('committee_member'), (tx) =>
      tx
        .insertInto('comment_mention')
        .values({ comment_id: said.note as number, person_id: idOfPerson('registrant'), person_name: 'x' })
        .execute(),
    );
    await expect(past).rejects.toThrow(/row-level security/);
  });
});

test('who is named is told until they have read, by a letter only with a proven address, and once', async () => {
  const first = await say('district_officer', 'officers', 'Mời xem', ['commune_officer']);
  const again = await say('district_officer', 'officers', 'Mời xem lại', ['commune_officer']);
  const waits = async () =>
    (await dutiesOf(cast.contextFor('commune_officer'))).filter(({ kind }) => kind === 'read_comment');
  expect(await waits()).toMatchObject([{ whose: 'district officer', href: `/office/initiatives/${id}/comments` }]);
  const system = { ...cast.contextFor('auditor'), scope: { ...cast.contextFor('auditor').scope, person: null } };
  const letter = (commentId: number) =>
    read(system, (db) => letterOf(db, system, { commentId, personId: idOfPerson('commune_officer') }));
  expect(await letter(first)).toBeUndefined();
  await cast.asOwner(`update person set email = 'xa@example.vn' where id = $1`, [idOfPerson('commune_officer')]);
  expect(await letter(first)).toMatchObject({ email: 'xa@example.vn', author: 'district officer' });
  expect(await letter(again)).toBeUndefined();
  expect((await page('commune_officer')).unread).toBe(2);
  await readOwnMentions(cast.contextFor('commune_officer'), { id });
  expect([await waits(), await letter(first)]).toEqual([[], undefined]);
});

test('its author puts it otherwise within a quarter of an hour and withdraws it at any time; both leave a trace', async () => {
  const commentId = await say('registrant', 'readers', 'Lời đầu');
  const edit = (person: PersonName, now = NOW) =>
    editComment(cast.contextFor(person, now), { id, commentId, text: 'Lời sau' });
  await expect(edit('commune_officer')).rejects.toMatchObject({ reason: { code: 'comment.why_not.others' } });
  await expect(edit('registrant', LATER)).rejects.toMatchObject({ reason: { code: 'comment.why_not.late' } });
  await edit('registrant');
  const shown = async () => (await page('commune_officer')).comments.find((comment) => comment.id === commentId);
  expect(await shown()).toMatchObject({ text: 'Lời sau', earlier: [{ text: 'Lời đầu' }], editedAt: NOW });
  await takeBackComment(cast.contextFor('registrant', LATER), { id, commentId });
  expect(await shown()).toMatchObject({ text: '', earlier: [], withdrawnAt: LATER, authorName: 'registrant' });
  await expect(edit('registrant')).rejects.toMatchObject({ kind: 'missing' });
});

test('who gets into a conflict reads the private notes no more', async () => {
  await cast.asOwner(
    `insert into tie (person_id, initiative_id, kind, declared_by_name, at) values ($1, $2, 'kin', 'x', now())`,
    [idOfPerson('commune_officer'), id],
  );
  const { comments, choices } = await page('commune_officer');
  expect(comments.map(({ id: each }) => each)).not.toContain(said.note);
  expect(choices.find(({ visibility }) => visibility === 'body')?.may).toEqual({ code: 'comment.why_not.body' });
});

test('the audit keeps that somebody spoke and to whom, never what', async () => {
  const events = await cast.asOwner<{ body: string }>(
    `select to_jsonb(e)::text as body from audit_event e where act like 'comment.%'`,
  );
  expect(events.length).toBeGreaterThan(6);
  expect(events.filter(({ body }) => /Cho mọi người|Cho cán bộ|Ghi chú|Lời (đầu|sau)|Mời/.test(body))).toEqual([]);
});

test('few come from one person in ten minutes, and none is longer than a page', async () => {
  await expect(say('sector_officer', 'readers', 'x'.repeat(4001))).rejects.toMatchObject({ kind: 'invalid' });
  for (let n = 0; n < 20; n += 1) await say('sector_officer', 'readers', `Ý ${n}`);
  await expect(say('sector_officer', 'readers', 'x')).rejects.toMatchObject({ kind: 'too_many' });
  await say('sector_officer', 'readers', 'x', [], LATER);
});
