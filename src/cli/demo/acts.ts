import { sql } from 'kysely';
import { planOfList } from '#modules/organisations/reorganisation/rules-list.ts';
import { unitsOn } from '#modules/organisations/unit/server/queries.ts';
import type { Role } from '#modules/people/appointment/rules.ts';
import { decideProposals, reorganise } from '#modules/people/transition/server/actions.ts';
import { actIn } from '#platform/server/action.ts';
import type { Context, WriteDb } from '#platform/server/context.ts';
import { asRead } from '#platform/server/db.ts';
import type { Member } from './accounts.ts';
import { addDays } from './days.ts';
import { insertRows } from './insert.ts';
import { rowsOf } from './lines.ts';
import type { Province } from './province.ts';
import { ACTS, type ActText, REORGANISED_ON } from './words/acts.ts';

/**
 * Applies the acts as an administrator would, each on its day, by what everybody's reorganisations go through; then approves who
 * goes on serving at a successor, but for those who are to wait. The places that come of it have their ids afterwards.
 */
export async function applyActs(tx: WriteDb, ctx: Context, province: Province): Promise<void> {
  for (const act of ACTS) {
    const morning = { ...ctx, now: new Date(`${act.effectiveOn}T07:30:00+07:00`) };
    const { id } = await applied(tx, morning, act);
    await decide(tx, morning, id, province.people);
  }
  const standing = await unitsOn(asRead(tx), REORGANISED_ON);
  const ids = new Map(standing.map((unit) => [unit.code, unit.id]));
  const { upper, workshops } = province.since;
  for (const place of [...upper, ...workshops.map((each) => each.place)]) place.id = ids.get(place.code) as number;
  await insertRows(tx, 'appointment', newDuties(province.people));
}

async function applied(tx: WriteDb, ctx: Context, act: ActText): Promise<{ id: number }> {
  const standing = await unitsOn(asRead(tx), addDays(act.effectiveOn, -1));
  const reading = act.province ? { province: act.province, endLevel: 'district' as const } : {};
  const { plan, unknown, withoutSuccessor } = planOfList(rowsOf(act), standing, reading);
  const left = act.province ? withoutSuccessor : [];
  if (unknown.length + left.length > 0)
    throw new Error(`${act.resolution} does not fit the units: ${JSON.stringify([unknown, left])}`);
  return reorganise.within(actIn(tx, ctx), { resolution: act.resolution, issuedOn: act.issuedOn, plan });
}

/** Who was on the old province's committee has their duty from the new one, not by succession. */
async function decide(tx: WriteDb, ctx: Context, id: number, people: readonly Member[]): Promise<void> {
  const waiting = people.filter((member) => member.waits).map((member) => member.id);
  const { rows } = await sql<{ id: number; role: Role }>`
    select p.id, a.role from appointment_proposal p join appointment a on a.id = p.appointment_id
    where p.reorganisation_id = ${id} and p.state = 'proposed' and a.person_id <> all (${waiting}::integer[]) order by p.id`.execute(
    tx,
  );
  for (const approve of [true, false]) {
    const proposals = rows.filter(({ role }) => (role !== 'committee_member') === approve).map((row) => row.id);
    if (proposals.length > 0) await decideProposals.within(actIn(tx, ctx), { id, proposals, approve });
  }
}

/** A district has no successor: its officer was appointed anew, to a commune. */
function newDuties(people: readonly Member[]) {
  const [administrator] = people as [Member];
  return people
    .filter(({ place }) => place.level === 'district')
    .map(({ id, since }) => ({
      person_id: id,
      role: since.role,
      unit_id: since.place.id,
      valid: `[${REORGANISED_ON},)`,
      granted_by: administrator.id,
    }));
}
