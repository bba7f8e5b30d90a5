import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { scopeOf } from '../../src/modules/people/scope/rules.ts';
import { openSession, tokenHash } from '../../src/modules/people/session/server/queries.ts';
import { decideProposals, reorganise, undoReorganisation } from '../../src/modules/people/transition/server/actions.ts';
import type { Context } from '../../src/platform/server/context.ts';
import { read, rowsOf } from '../../src/platform/server/db.ts';
import { type Cast, NOW, openCast, sectors } from '../support/cast.ts';
import { acts, enterProvince, planOf, provinces, type RandomProvince } from '../support/province.ts';

const TODAY = '2026-03-10';
const TABLES = [
  'registration',
  'initiative',
  'initiative_version',
  'registrant',
  'registration_count',
  'body',
  'body_member',
  'person',
];

/** What each person of a province sees in each table, by the session that a cookie would open now. */
async function seen(cast: Cast, province: RandomProvince): Promise<Map<string, Set<string>>> {
  const views = new Map<string, Set<string>>();
  for (const [at] of province.people.entries()) {
    const token = randomBytes(16).toString('hex');
    await cast.asOwner(
      `insert into session (token_hash, person_id, created_at, last_seen_at, expires_at) values ($1, $2, $3, $3, $3::timestamptz + interval '1 day')`,
      [tokenHash(token), 601 + at, NOW],
    );
    const session = await openSession(cast.database, token, NOW);
    if (!session) throw new Error('no session');
    const ctx: Context = {
      database: cast.database,
      actor: session.actor,
      scope: scopeOf(session.actor),
      now: NOW,
      requestId: 'test',
    };
    for (const table of TABLES) {
      const key = table === 'registration_count' ? sql`unit_id || '/' || cycle_id || '/' || registered` : sql`id::text`;
      const rows = await read(ctx, (db) =>
        rowsOf(db, sql<{ key: string }>`select ${key} as key from ${sql.table(table)}`),
      );
      views.set(`${at} ${table}`, new Set(rows.map((row) => row.key)));
    }
    const hits = await read(ctx, (db) =>
      rowsOf(db, sql<{ ids: number[] }>`select registration_hits('mo hinh', 500) as ids`),
    );
    views.set(`${at} search`, new Set(hits[0]?.ids.map(String)));
  }
  return views;
}

const FACTS = [
  'unit',
  'unit_name',
  'unit_code',
  'unit_kind',
  'unit_parent',
  'appointment',
  'body',
  'body_member',
  'registration',
  'unit_succession',
  'unit_change',
  'appointment_keep',
  'appointment_proposal',
];
const everything = async (cast: Cast) =>
  Promise.all(FACTS.map((table) => cast.asOwner(`select ${table}::text as row from ${table} order by 1`)));

test('without approvals nobody sees more; nothing is lost or doubled; taken back, all is as it was', async () => {
  await fc.assert(
    fc.asyncProperty(provinces, acts, async (province, act) => {
      const cast = await openCast();
      try {
        await enterProvince(cast, province);
        const plan = planOf(province, act, TODAY);
        fc.pre(plan.ended.length + plan.changed.length > 0);
        const admin = cast.contextFor('administrator');
        const [before, facts] = [await seen(cast, province), await everything(cast)];

        const { id } = await reorganise(admin, { resolution: '1/NQ', plan });
        const after = await seen(cast, province);
        for (const [view, ids] of after)
          expect([view, [...ids].filter((each) => !before.get(view)?.has(each))]).toEqual([view, []]);
        const [count] = await cast.asOwner(
          'select count(*)::int as n, count(distinct id)::int as different from registration',
        );
        expect(count).toEqual({ n: province.registrations.length, different: province.registrations.length });

        await undoReorganisation(admin, { id });
        expect(await everything(cast)).toEqual(facts);
        expect(await seen(cast, province)).toEqual(before);
      } finally {
        await cast.close();
      }
    }),
    { numRuns: 10, endOnFailure: true },
  );
}, 120_000);

test('an approval, and only that, shows what has come under a unit', async () => {
  const cast = await openCast();
  const province: RandomProvince = {
    districts: 2,
    communes: [0, 1],
    people: [
      { role: 'district_officer', at: 2, sector: null },
      { role: 'commune_officer', at: 3, sector: null },
      { role: 'sector_officer', at: 2, sector: sectors.women },
    ],
    bodies: [],
    registrations: [
      { at: 0, state: 'accepted', sector: sectors.women },
      { at: 0, state: 'not_recognised', sector: null },
      { at: 1, state: 'accepted', sector: sectors.farmers },
    ],
  };
  await enterProvince(cast, province);
  const admin = cast.contextFor('administrator');
  const plan = planOf(province, { communes: ['moves', 'stays'], endDistricts: false, to: 1 }, TODAY);
  const { id, appointments } = await reorganise(admin, { resolution: '1/NQ', plan });
  expect(appointments).toMatchObject({ ended: 0, proposed: 0, gains: 2 });
  expect([...((await seen(cast, province)).get('2 registration') ?? [])]).toEqual([]);
  expect([...((await seen(cast, province)).get('0 registration') ?? [])]).toEqual(['703']);
  const proposals = await cast.asOwner<{ id: number }>('select id from appointment_proposal');
  await decideProposals(admin, { id, proposals: proposals.map((each) => each.id), approve: true });
  expect([...((await seen(cast, province)).get('0 registration') ?? [])]).toEqual(['701', '702', '703']);
  // Approved for a sector, it shows that sector's rows.
  expect([...((await seen(cast, province)).get('2 registration') ?? [])]).toEqual(['701']);
  await cast.close();
});
