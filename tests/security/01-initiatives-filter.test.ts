import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { filterOf } from '#modules/initiatives/registration/schema-filter.ts';
import { listRegistrations } from '#modules/initiatives/registration/server/queries.ts';
import { read } from '#platform/server/db.ts';
import { type Cast, openCast, type PersonName, units } from '../support/cast.ts';
import { send } from '../support/initiatives.ts';

// No parameter of a list reaches what its reader may not see: not by a filter, not by an order, not by the place of a page.
const CANARY = 'Chim hoàng yến ở xã bên';
let cast: Cast;
beforeAll(async () => {
  cast = await openCast();
  await send(cast, 'sibling_registrant', { name: CANARY, unitId: units.sibling });
  await send(cast, 'registrant', { name: 'Của xã mình' });
});
afterAll(() => cast.close());

const list = (person: PersonName, address: string) => {
  const ctx = cast.contextFor(person);
  return read(ctx, (db) => listRegistrations(db, ctx.scope, filterOf(new URLSearchParams(address))));
};

test('the canary is there for whoever may see it', async () => {
  expect((await list('sibling_officer', '')).lines.map((line) => line.name)).toContain(CANARY);
});

test.each(['registrant', 'commune_officer', 'committee_member', 'sector_officer', 'other_district_officer'] as const)(
  '%s finds it with no address at all',
  async (person) => {
    const columns = await cast.asOwner<{ name: string }>(
      `select column_name as name from information_schema.columns where table_schema = 'public' and table_name in
        ('registration', 'initiative', 'initiative_version', 'registrant', 'account')`,
    );
    const known = ['q', 'cycle', 'level', 'unit', 'state', 'field', 'subject', 'decision', 'sort', 'after'];
    const name = fc.constantFrom(...known, ...columns.map((column) => column.name));
    const value = fc.oneof(
      fc.constantFrom(
        CANARY,
        'chim hoang yen',
        String(units.sibling),
        String(units.province),
        'open',
        'all',
        '1',
        "') or true --",
      ),
      fc.constantFrom(...columns.map((column) => column.name)),
      fc.string(),
      fc.tuple(fc.string(), fc.integer()).map((place) => Buffer.from(JSON.stringify(place)).toString('base64url')),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(name, value), { maxLength: 6 }), async (pairs) => {
        const page = await list(person, new URLSearchParams(pairs).toString());
        expect(JSON.stringify(page)).not.toContain(CANARY);
        // Counted is what is shown: a total would otherwise tell what a list hides.
        if (!page.next && !pairs.some(([each]) => each === 'after')) expect(page.total).toBe(page.lines.length);
      }),
      { numRuns: 60 },
    );
  },
);
