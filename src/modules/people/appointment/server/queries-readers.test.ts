import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { read, rowsOf } from '#platform/server/db.ts';
import { type Cast, openCast, PERSON_NAMES, units } from '../../../../../tests/support/cast.ts';
import { send } from '../../../../../tests/support/initiatives.ts';
import { sessionContext } from '../../../../../tests/support/sessions.ts';
import {
  acceptRegistration,
  declineRegistration,
  selfAssessRegistration,
} from '../../../initiatives/registration/server/actions-moves.ts';
import { reorganise } from '../../transition/server/actions.ts';
import { type RecordPlace, readersOf } from './queries-readers.ts';

let cast: Cast;
beforeAll(async () => {
  cast = await openCast();
});
afterAll(() => cast.close());

/** Whom the answer names, and who in truth sees the row by a session of theirs. */
async function both(id: number, place: RecordPlace) {
  const ctx = cast.contextFor('registrant');
  const named = await read(ctx, (db) => readersOf(db, ctx, place));
  const seeing: string[] = [];
  for (const person of PERSON_NAMES) {
    const session = await sessionContext(cast, person);
    const rows = await read(session, (db) => rowsOf(db, sql`select id from registration where id = ${id}`));
    if (rows.length > 0) seeing.push(person);
  }
  return { named: [...new Set(named.map(({ name }) => name.replaceAll(' ', '_')))].sort(), seeing: seeing.sort() };
}

test('who is named is who sees, before and after the unit has ended, while open and when closed', async () => {
  const { registrationIds } = await send(cast);
  const id = registrationIds[0] as number;
  const [row] = await cast.asOwner<{ sector: number | null }>(
    'select sector_id as sector from registration where id = $1',
    [id],
  );
  const place = { keeperUnitId: units.commune, registrantId: 1, sectorId: row?.sector ?? null, open: true };
  const before = await both(id, place);
  expect(before.named).toEqual(before.seeing);
  expect(before.named).toContain('district_officer');
  expect(before.named).not.toContain('sibling_officer');

  await acceptRegistration(cast.contextFor('commune_officer'), { id });
  await selfAssessRegistration(cast.contextFor('commune_officer'), { id });
  const { made } = await reorganise(cast.contextFor('administrator'), {
    resolution: '1/NQ',
    plan: {
      effectiveOn: '2026-02-01',
      created: [{ key: 'n', name: 'Xã Mới', kind: 'commune', code: null, parent: units.district }],
      ended: [units.commune],
      changed: [],
      successions: [{ from: units.commune, to: 'n', share: 'whole' }],
    },
  });
  expect(made).toHaveLength(1);
  const kept = await both(id, place);
  expect(kept.named).toEqual(kept.seeing);
  expect(kept.named).toContain('commune_officer');

  await declineRegistration(await sessionContext(cast, 'commune_officer'), { id, reason: 'Chưa có sản phẩm.' });
  const closed = await both(id, { ...place, open: false });
  expect(closed.named).toEqual(closed.seeing);
  expect(closed.named).not.toContain('commune_officer');
});
