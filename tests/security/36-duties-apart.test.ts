import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createDraft } from '../../src/modules/initiatives/draft/server/actions.ts';
import { submitRegistration } from '../../src/modules/initiatives/registration/server/actions.ts';
import {
  acceptRegistration,
  proposeRegistration,
  recallRegistration,
  selfAssessRegistration,
} from '../../src/modules/initiatives/registration/server/actions-moves.ts';
import { listRegistrations } from '../../src/modules/initiatives/registration/server/queries.ts';
import type { Appointment } from '../../src/modules/people/appointment/rules.ts';
import { scopeOf } from '../../src/modules/people/scope/rules.ts';
import { figures } from '../../src/modules/reports/figures/server/queries.ts';
import type { Context } from '../../src/platform/server/context.ts';
import { read, rowsOf } from '../../src/platform/server/db.ts';
import { type Cast, cycles, NOW, openCast, sectors, units } from '../support/cast.ts';
import { send as sendForm } from '../support/initiatives.ts';
import { communeId, districtId, enterProvince, PROVINCE } from '../support/province.ts';

// Who has several duties reads what each of them shows, and nothing that two of them only show together: sector A at one unit and
// sector B at another never give A at the other, a body and a registrant never give their unit.
const [A, B] = [sectors.women, sectors.farmers];
const COMMUNES = [0, 0, 1, 1];
const ROWS = COMMUNES.flatMap((_, at) =>
  [A, B, null].flatMap((sector) => ['accepted', 'not_recognised'].map((state) => ({ at, state, sector }))),
);
const BODIES = [801, 802, 803, 804];
let cast: Cast;
/** Every table of which not everybody reads everything. */
let guarded: string[];
beforeAll(async () => {
  cast = await openCast();
  // Committees of the province, of a district and of two communes; somebody is on each.
  const people = [{ role: 'committee_member' as const, at: 0, sector: null }];
  const bodies = [0, 1, 3, 6].map((at) => ({ at, member: 0 }));
  await enterProvince(cast, { districts: 2, communes: COMMUNES, people, bodies, registrations: ROWS });
  await cast.asOwner('select fold_registration_count()');
  guarded = (
    await cast.asOwner<{ name: string }>(
      `select distinct tablename as name from pg_policies where schemaname = 'public' and qual <> 'true' order by 1`,
    )
  ).map(({ name }) => name);
});
afterAll(() => cast.close());

const PLACES = [PROVINCE, districtId(0), districtId(1), ...COMMUNES.map((_, at) => communeId(at))];
const pathOf = (unit: number) => {
  const at = COMMUNES.findIndex((_, each) => communeId(each) === unit);
  if (at >= 0) return `${PROVINCE}.${districtId(COMMUNES[at] as number)}.${unit}`;
  return unit === PROVINCE ? String(PROVINCE) : `${PROVINCE}.${unit}`;
};
const levelOf = (unit: number) => (['province', 'district', 'commune'] as const)[pathOf(unit).split('.').length - 1];

const served = fc.record({
  role: fc.constantFrom('sector_officer' as const, 'sector_officer' as const, 'committee_member' as const),
  sector: fc.constantFrom(A, B),
  unit: fc.constantFrom(...PLACES),
  // Of what hangs under it, one unit that is not approved yet.
  without: fc.option(fc.constantFrom(...PLACES), { nil: null }),
  kept: fc.option(fc.subarray(PLACES), { nil: null, freq: 4 }),
});
type Served = typeof served extends fc.Arbitrary<infer S> ? S : never;

/** Two duties at one unit for one sector that miss a unit and what lies above it: once the smaller one was seen. */
const missing = (without: number): Served => ({ role: 'sector_officer', sector: 11, unit: 501, without, kept: null });

function toAppointment({ role, sector, unit, without, kept }: Served): Appointment {
  return {
    role,
    unitId: unit,
    unitName: '',
    level: levelOf(unit) ?? 'province',
    path: pathOf(unit),
    registrantId: null,
    sector: role === 'sector_officer' ? { id: sector, vi: '', en: '' } : null,
    without: without === null || without === unit || !under(without, unit) ? [] : [pathOf(without)],
    kept,
  };
}
const under = (unit: number, root: number) => `${pathOf(unit)}.`.startsWith(`${pathOf(root)}.`);

/** The rows of which some appointment says that they may be read, one appointment at a time. */
function expected(appointments: readonly Appointment[]): number[] {
  return ROWS.flatMap((row, n) => {
    const unit = communeId(row.at);
    const may = appointments.some((each) => {
      if (each.sector && each.sector.id !== row.sector) return false;
      if (each.kept) return each.kept.includes(unit) && row.state === 'accepted';
      const hidden = each.without.some((path) => `${pathOf(unit)}.`.startsWith(`${path}.`));
      return under(unit, each.unitId) && !hidden;
    });
    return may ? [701 + n] : [];
  });
}

const contextOf = (appointments: readonly Appointment[], bodies: readonly number[] = []): Context => {
  const actor = { id: 900, name: 'n', appointments, bodies };
  return { database: cast.database, actor, scope: scopeOf(actor), now: NOW, requestId: 'test' };
};

test('two duties never widen each other: rows, models, versions, search and the list are the union of what each shows', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(served, { minLength: 1, maxLength: 4 }), async (many) => {
      const appointments = many.map(toAppointment);
      const ctx = contextOf(appointments);
      const wanted = expected(appointments);
      const seen = await read(ctx, async (db) => {
        const ids = async (table: string) =>
          (await rowsOf(db, sql<{ id: number }>`select id from ${sql.table(table)} where id > 700 order by id`)).map(
            (row) => row.id,
          );
        const [hit] = await rowsOf(db, sql<{ ids: number[] }>`select registration_hits('mo hinh', 500) as ids`);
        const list = await listRegistrations(db, ctx.scope, {});
        return {
          rows: await ids('registration'),
          models: await ids('initiative'),
          versions: await ids('initiative_version'),
          hits: hit?.ids.sort(),
          listed: list.lines.map((line) => line.id).sort(),
        };
      });
      expect(seen).toEqual({ rows: wanted, models: wanted, versions: wanted, hits: wanted, listed: wanted });
    }),
    { numRuns: 60, examples: [[[missing(523), missing(511)]]] },
  );
});

/** One duty by itself: an office, a sector's, a registrant's, or a seat on a body. */
type Duty = { appointment: Appointment } | { body: number };
const duty: fc.Arbitrary<Duty> = fc.oneof(
  { weight: 3, arbitrary: served.map((each) => ({ appointment: toAppointment(each) })) },
  fc.constantFrom(...ROWS.keys()).map((n) => ({
    appointment: {
      ...toAppointment({
        role: 'committee_member',
        sector: A,
        unit: communeId(ROWS[n]?.at ?? 0),
        without: null,
        kept: null,
      }),
      role: 'registrant' as const,
      registrantId: 701 + n,
    },
  })),
  fc.constantFrom(...BODIES).map((body) => ({ body })),
);

/** Every row of every guarded table that somebody with these duties reads, and what a search finds. */
async function readWith(duties: readonly Duty[]): Promise<Set<string>> {
  const appointments = duties.flatMap((each) => ('appointment' in each ? [each.appointment] : []));
  const ctx = contextOf(
    appointments,
    duties.flatMap((each) => ('body' in each ? [each.body] : [])),
  );
  const every = guarded.map((table) => `select '${table} ' || ctid as row from ${table}`).join(' union all ');
  return read(ctx, async (db) => {
    const rows = await rowsOf(db, sql<{ row: string }>`${sql.raw(every)}`);
    const hits = await rowsOf(
      db,
      sql<{ row: string }>`select 'hit ' || unnest(registration_hits('mo hinh', 500)) as row`,
    );
    return new Set([...rows, ...hits].map(({ row }) => row));
  });
}

test('what duties show together is what each of them shows alone, in every table', async () => {
  let most = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(duty, { minLength: 2, maxLength: 4 }), async (duties) => {
      const together = await readWith(duties);
      const alone = new Set<string>();
      for (const each of duties) for (const row of await readWith([each])) alone.add(row);
      expect([...together].filter((row) => !alone.has(row))).toEqual([]);
      expect([...alone].filter((row) => !together.has(row))).toEqual([]);
      most = Math.max(most, together.size);
    }),
    { numRuns: 80 },
  );
  expect(most).toBeGreaterThan(ROWS.length);
});

test('nobody without a restriction lifts the restriction of others: no office reads what only a sector’s duty would', async () => {
  const [of, at] = [communeId(0), communeId(2)];
  const office = toAppointment({ role: 'committee_member', sector: A, unit: of, without: null, kept: null });
  const line = toAppointment({ role: 'sector_officer', sector: A, unit: at, without: null, kept: null });
  const rows = await read(contextOf([office, line], BODIES), (db) =>
    rowsOf(
      db,
      sql<{ at: number; sector: number | null }>`select keeper_unit_id as at, sector_id as sector from registration`,
    ),
  );
  expect(rows.filter((row) => row.at === of)).toHaveLength(6);
  expect(rows.filter((row) => row.at !== of).map((row) => [row.at, row.sector])).toEqual([
    [at, A],
    [at, A],
  ]);
});

describe('figures', () => {
  const told = (ctx: Context, by: 'unit' | 'sector' | 'field', unitId = PROVINCE) =>
    read(ctx, (db) => figures(db, ctx.scope, { cycleId: cycles.current, by, unitId }, 'en'));
  const sumOf = (groups: readonly { registered: number }[]) => groups.reduce((sum, each) => sum + each.registered, 0);
  const officer = (sector: number, unit: number) =>
    contextOf([toAppointment({ role: 'sector_officer', sector, unit, without: null, kept: null })]);

  test('units and sectors are two partitions of one set', async () => {
    for (const ctx of [cast.contextFor('auditor'), officer(A, PROVINCE), officer(B, districtId(1))]) {
      const root = ctx.scope.all ? PROVINCE : (ctx.actor.appointments[0]?.unitId as number);
      const sums = await Promise.all(
        (['unit', 'sector', 'field'] as const).map(async (by) => {
          const { groups, registered } = await told(ctx, by, root);
          return [sumOf(groups), registered];
        }),
      );
      const all = ctx.scope.all ? ROWS.length : expected(ctx.actor.appointments).length;
      expect(sums).toEqual([
        [all, all],
        [all, all],
        [all, all],
      ]);
    }
  });

  test('an officer of a sector is told of that sector only, and of units above theirs nothing', async () => {
    const ctx = officer(A, districtId(0));
    const { groups } = await told(ctx, 'sector', districtId(0));
    expect(groups.map((each) => [each.label, each.registered])).toEqual([
      ['Women’s Union', 4],
      ['Farmers’ Union', 0],
      ['In no sector', 0],
    ]);
    await expect(told(ctx, 'unit', PROVINCE)).rejects.toMatchObject({ kind: 'missing' });
    await expect(told(ctx, 'unit', units.commune)).rejects.toMatchObject({ kind: 'missing' });
  });
});

test('of a unit they read nothing else: no papers, no lists, no people', async () => {
  const ctx = cast.contextFor('sector_officer');
  for (const table of ['import_batch', 'import_row', 'registration_count_sum', 'draft', 'session']) {
    const rows = await read(ctx, (db) => rowsOf(db, sql`select * from ${sql.table(table)}`));
    expect([table, rows]).toEqual([table, []]);
  }
  const people = await read(ctx, (db) => rowsOf(db, sql<{ id: number }>`select id from person`));
  expect(people).toEqual([{ id: ctx.actor.id }]);
});

describe('for registrants of the sector', () => {
  const send = async (over: object) => (await sendForm(cast, 'sector_officer', over)).registrationIds[0] as number;
  const sectorOf = async (id: number) =>
    (await cast.asOwner<{ sector_id: number }>('select sector_id from registration where id = $1', [id]))[0]?.sector_id;

  test('their officer sends, takes back, sends again and assesses; others answer', async () => {
    const ctx = cast.contextFor('sector_officer');
    const id = await send({});
    for (const step of [acceptRegistration, proposeRegistration])
      await expect(step(ctx, { id })).rejects.toMatchObject({ kind: expect.stringMatching(/forbidden|conflict/) });
    await recallRegistration(ctx, { id });
    const again = await createDraft(ctx, { registrationId: id });
    await submitRegistration(ctx, { id: again.id });
    await acceptRegistration(cast.contextFor('commune_officer'), { id });
    await selfAssessRegistration(ctx, { id, reason: 'Xong' });
    expect(await sectorOf(id)).toBe(A);
  });

  test('a name that is nowhere yet comes into the sector; one of another sector is refused, seen or not', async () => {
    const place = { unitId: units.otherCommune, name: 'Bếp ăn từ thiện' };
    expect(await sectorOf(await send({ ...place, registrantName: 'Tổ hợp tác ấp Ba' }))).toBe(A);
    // In no sector: this officer does not see that the name is there.
    const unseen = send({ ...place, unitId: units.sibling, registrantName: 'Chi đoàn ấp Tân Lập' });
    await expect(unseen).rejects.toMatchObject({ kind: 'forbidden', reason: { code: 'registrant.other_sector' } });
    await expect(send({ ...place, unitId: PROVINCE })).rejects.toMatchObject({ kind: 'forbidden' });
  });
});
