import { afterAll, beforeAll, expect, test } from 'vitest';
import { wordsIn } from '#messages/catalogues.ts';
import { exportRegistrations } from '#modules/initiatives/export/server/queries.ts';
import { dayOf } from '#platform/server/context.ts';
import { read } from '#platform/server/db.ts';
import { type Cast, openCast, type PersonName, units } from '../../../../../tests/support/cast.ts';
import { draftOf, registrationRow, send } from '../../../../../tests/support/initiatives.ts';
import { draftPage } from '../../draft/server/queries-page.ts';
import { initiativeRecord } from '../../initiative/server/queries.ts';
import { submitRegistration } from './actions.ts';
import { receiptOf } from './queries-receipt.ts';

let cast: Cast;
const as = (person: PersonName) => cast.contextFor(person);
const before = (days: number) =>
  new Date(Date.parse(dayOf(as('registrant').now)) - days * 86_400_000).toISOString().slice(0, 10);
beforeAll(async () => {
  cast = await openCast();
  // Due three days ago, excused until yesterday.
  await cast.asOwner('update cycle_level set register_due_on = $1, grace_until = $2 where cycle_id = 2', [
    before(3),
    before(1),
  ]);
});
afterAll(() => cast.close());

const wrong = (fields: object) => ({ kind: 'invalid', fields });
const PAPER = { signedBy: 'Nguyễn Văn Mẫu, Bí thư chi bộ' };

test('after the due day the form asks why, and what is said stands with the registration, in its time line and in the list', async () => {
  const id = await draftOf(cast, 'registrant', { lateReason: '' });
  const missing = { lateReason: { code: 'registration.late_reason.missing' } };
  expect(await read(as('registrant'), (db) => draftPage(db, as('registrant'), id))).toMatchObject({
    late: true,
    problems: missing,
  });
  await expect(submitRegistration(as('registrant'), { id })).rejects.toMatchObject(wrong(missing));
  const { registrationIds, initiativeId } = await send(cast, 'registrant');
  expect(await registrationRow(cast, registrationIds[0] as number)).toMatchObject({
    ...{ late_days: 1, late_reason: 'Lũ về, đường ngập', paper_on: null },
  });
  const record = await read(as('commune_officer'), (db) => initiativeRecord(db, as('commune_officer'), initiativeId));
  expect(record).toMatchObject({ chosen: { lateReason: 'Lũ về, đường ngập', paper: null } });
  expect(record?.events[0]).toMatchObject({ act: 'submit', reason: 'Lũ về, đường ngập' });
  const { bytes } = await exportRegistrations(as('commune_officer'), {}, 'csv', { t: wordsIn('vi'), language: 'vi' });
  const file = await Array.fromAsync(bytes, (piece) => Buffer.from(piece).toString());
  expect(file.join('')).toContain(',1,"Lũ về, đường ngập",');
});

test('a paper form counts from the day of its receipt, with who signed it; the audit says who typed it', async () => {
  const over = { ...PAPER, paperOn: before(4), registrantName: 'Tổ tự quản ấp Hòa Bình' };
  const { registrationIds } = await send(cast, 'commune_officer', over);
  const [id] = registrationIds as [number];
  expect(await registrationRow(cast, id)).toMatchObject({
    ...{
      late_days: 0,
      late_reason: '',
      submitted_on: new Date(before(4)),
      paper_on: new Date(before(4)),
      paper_signed_by: PAPER.signedBy,
    },
  });
  expect(await read(as('commune_officer'), (db) => receiptOf(db, as('commune_officer'), id))).toMatchObject({
    ...{ paperOn: before(4), signedBy: PAPER.signedBy, sentBy: as('commune_officer').actor.name },
  });
  const [event] = await cast.asOwner<{ actor_name: string; after: string; unit_id: number }>(
    `select actor_name, after::text, unit_id from audit_event where act = 'registration.submit' and subject_id = $1`,
    [id],
  );
  expect(event).toMatchObject({ actor_name: as('commune_officer').actor.name, unit_id: units.commune });
  expect(event?.after).toContain(before(4));
});

test('no day of receipt is to come, none of a registrant’s own making, and late paper says why too', async () => {
  const refused = (person: PersonName, over: object) => send(cast, person, over);
  await expect(refused('commune_officer', { ...PAPER, paperOn: before(-1) })).rejects.toMatchObject(
    wrong({ paperOn: { code: 'registration.paper.day_ahead' } }),
  );
  await expect(refused('commune_officer', { ...PAPER, paperOn: before(1), lateReason: '' })).rejects.toMatchObject(
    wrong({ lateReason: { code: 'registration.late_reason.missing' } }),
  );
  await expect(refused('commune_officer', { ...PAPER, paperOn: 'hôm qua' })).rejects.toMatchObject(
    wrong({ paperOn: { code: 'registration.paper.day_wrong' } }),
  );
  await expect(refused('registrant', { ...PAPER, paperOn: before(4) })).rejects.toMatchObject(
    wrong({ paperOn: { code: 'registration.paper.office_only' } }),
  );
  await expect(refused('other_officer', { ...PAPER, paperOn: before(4) })).rejects.toMatchObject({ kind: 'forbidden' });
});
