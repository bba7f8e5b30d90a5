import { afterAll, beforeAll, expect, test } from 'vitest';
import { acceptRegistration } from '#modules/initiatives/registration/server/actions-moves.ts';
import { read } from '#platform/server/db.ts';
import { type Cast, openCast, type PersonName, units } from '../../../../../tests/support/cast.ts';
import { leadTo, registrationRow, send } from '../../../../../tests/support/initiatives.ts';
import { BULK_MAX, type BulkAct } from '../rules.ts';
import { applyBulk } from './actions.ts';
import { everyMatch, previewOf, resultOf } from './queries.ts';

let cast: Cast;
let own: number[];
let theirs: number;
beforeAll(async () => {
  cast = await openCast();
  own = [];
  for (let n = 0; n < 7; n += 1) own.push((await send(cast, 'registrant')).registrationIds[0] as number);
  theirs = (await send(cast, 'sibling_officer', { unitId: units.sibling })).registrationIds[0] as number;
});
afterAll(() => cast.close());

const as = (person: PersonName) => cast.contextFor(person);
const states = () => Promise.all(own.map(async (id) => (await registrationRow(cast, id)).state));
const seen = (person: PersonName, act: BulkAct, ids: number[]) =>
  read(as(person), (db) => previewOf(db, as(person), act, ids));
const picks = (...ids: number[]) => ids.map((id) => ({ id, version: 1 }));
const at = (place: number) => own[place] as number;

test('what is selected is named with its state and why not; of other units nothing is there', async () => {
  await acceptRegistration(as('commune_officer'), { id: at(0) });
  const preview = await seen('commune_officer', 'accept', [at(0), at(1), theirs, 999_999]);
  expect(preview.gone).toBe(2);
  expect(preview.lines).toMatchObject([
    { id: at(0), state: 'accepted', version: 2, may: { code: 'registration.why_not.state.accept' } },
    { id: at(1), state: 'submitted', version: 1, may: true, registrant: 'Chi hội Phụ nữ ấp Hòa Bình' },
  ]);
});

test('each is done by its own act; what has changed since is left and told, and a second press does nothing more', async () => {
  await acceptRegistration(as('district_officer'), { id: at(1) });
  const press = () =>
    applyBulk(
      as('commune_officer'),
      { act: 'return', picks: picks(at(1), at(2), at(3), theirs), reason: 'Thiếu số hộ.' },
      { key: 'one' },
    );
  const result = await press();
  expect(result).toMatchObject({
    done: [at(2), at(3)],
    refused: [{ id: at(1), reason: { code: 'registration.moved_on' } }],
    gone: 1,
  });
  expect(await press()).toEqual(result);
  const events = await cast.asOwner(
    'select act, reason from registration_event where registration_id = $1 order by id',
    [at(2)],
  );
  expect(events).toEqual([
    { act: 'submit', reason: '' },
    { act: 'return', reason: 'Thiếu số hộ.' },
  ]);
  expect((await registrationRow(cast, theirs)).state).toBe('submitted');
  const told = (person: PersonName) => read(as(person), (db) => resultOf(db, as(person), 'one'));
  expect((await told('commune_officer'))?.named.map((each) => each.id)).toEqual([at(1), at(2), at(3)]);
  expect(await told('district_officer')).toBeUndefined();
  const kept = await cast.asOwner(`select act from audit_event where act in ('bulk.apply', 'registration.return')`);
  expect(kept).toHaveLength(3);
});

test('without its reason, or with none that it can be done to, nothing changes', async () => {
  const before = await states();
  const apply = (person: PersonName, act: BulkAct, ...ids: number[]) =>
    applyBulk(as(person), { act, picks: picks(...ids), reason: ' ' });
  await expect(apply('commune_officer', 'return', at(4), at(5))).rejects.toMatchObject({
    fields: { reason: { code: 'registration.reason.missing' } },
  });
  await expect(apply('commune_officer', 'accept', at(2))).rejects.toMatchObject({ reason: { code: 'bulk.none_done' } });
  await expect(apply('commune_officer', 'accept', theirs)).rejects.toMatchObject({ kind: 'missing' });
  await expect(apply('registrant', 'accept', at(4))).rejects.toMatchObject({ kind: 'forbidden' });
  const many = Array.from({ length: BULK_MAX + 1 }, (_, n) => n + 1);
  await expect(apply('commune_officer', 'accept', ...many)).rejects.toMatchObject({
    fields: { picks: { code: 'bulk.too_many' } },
  });
  expect(await states()).toEqual(before);
});

test('verdicts of a meeting stand under its grounds, each with an appraisal', async () => {
  await leadTo(cast, at(4), 'self_assessed');
  await leadTo(cast, at(5), 'self_assessed');
  const given = [at(4), at(5), at(6)].map((id) => ({ id, version: id === at(6) ? 1 : 3 }));
  const propose = (reason: string) => applyBulk(as('committee_member'), { act: 'propose', picks: given, reason });
  await expect(propose('')).rejects.toMatchObject({ kind: 'invalid' });
  expect(await propose('Theo biên bản số 3.')).toMatchObject({ done: [at(4), at(5)], refused: [{ id: at(6) }] });
  const kept = await cast.asOwner('select verdict, reason, asked from appraisal order by id');
  const one = { verdict: 'proposed', reason: 'Theo biên bản số 3.', asked: [] };
  expect(kept).toEqual([one, one]);
});

test('all that match are those that the list holds, or none if they are too many', async () => {
  const match = (person: PersonName, filter: object) =>
    read(as(person), (db) => everyMatch(db, as(person), { ...filter, after: 'x' }));
  expect(await match('commune_officer', { state: 'proposed' })).toEqual([at(5), at(4)]);
  expect(await match('sibling_officer', {})).toEqual([theirs]);
});
