import { sql } from 'kysely';
import type { z } from 'zod';
import { refuse } from '#platform/refusal.ts';
import { type Context, dayOf, type WriteDb } from '#platform/server/context.ts';
import type { Aggregate } from '../../review/rules.ts';
import type { Pair, Work } from '../rules.ts';
import type { SaveTeam, TeamPlace } from '../schema.ts';

export interface KeptTeam {
  id: number;
  cycleId: number;
  level: string;
  unitId: number;
  aggregate: Aggregate;
  wanted: number;
  cap: number | null;
}

/** A team within scope with its rule, locked: work is shared out by one at a time. */
export async function teamForUpdate(tx: WriteDb, id: number): Promise<KeptTeam | undefined> {
  const { rows } = await sql<KeptTeam>`
    select t.id, t.cycle_id as "cycleId", t.level, t.unit_id as "unitId", q.aggregate, q.wanted, q.cap
    from team t join review_rule q on q.cycle_id = t.cycle_id and q.level = t.level where t.id = ${id} for update of t`.execute(
    tx,
  );
  return rows[0];
}

/** Whether teams score at a level of a year. */
export async function isScored(tx: WriteDb, cycleId: number, level: string): Promise<boolean> {
  const rule = tx.selectFrom('review_rule').select('wanted').where('cycle_id', '=', cycleId).where('level', '=', level);
  return (await rule.executeTakeFirst()) !== undefined;
}

/** Writes a team and who is on it; answers undefined where one of them does not serve at its unit. */
export async function writeTeam(
  tx: WriteDb,
  ctx: Context,
  at: TeamPlace,
  team: z.output<typeof SaveTeam>,
): Promise<number | undefined> {
  const { rows: people } = await sql<{ id: number; name: string }>`
    select distinct p.id, p.full_name as name from appointment a join person p on p.id = a.person_id
    where a.unit_id = ${at.unitId} and a.person_id = any (${team.members}::integer[]) and a.valid @> ${dayOf(ctx.now)}::date
      and a.stands_for is null and a.role in ('commune_officer', 'district_officer', 'provincial_officer', 'committee_member')`.execute(
    tx,
  );
  if (people.length !== new Set(team.members).size) return undefined;
  const facts = { name: team.name, fields: team.fields };
  const place = { cycle_id: at.cycleId, level: at.level, unit_id: at.unitId };
  const { id } =
    team.id === undefined
      ? await tx
          .insertInto('team')
          .values({ ...place, ...facts })
          .returning('id')
          .executeTakeFirstOrThrow()
      : ((await tx
          .updateTable('team')
          .set(facts)
          .where('id', '=', team.id)
          .where('unit_id', '=', at.unitId)
          .returning('id')
          .executeTakeFirst()) ?? refuse('missing', 'refusal.missing'));
  await sql`delete from team_member where team_id = ${id} and not person_id = any (${team.members}::integer[])`.execute(
    tx,
  );
  await tx
    .insertInto('team_member')
    .values(people.map((each) => ({ team_id: id, person_id: each.id, person_name: each.name })))
    .onConflict((same) => same.doNothing())
    .execute();
  return id;
}

/** What is in a team's hands, or one thing of it: who may not read it, and who is asked to already. At most 2,000, the oldest first. */
export async function worksOf(tx: WriteDb, id: number, registrationId: number | null = null): Promise<Work[]> {
  const { rows } = await sql<Work>`
    select r.id,
      array(select m.person_id from team_member m where m.team_id = t.id and conflict_of(m.person_id, r.id) is not null) as conflicts,
      array(select v.person_id from review v where v.registration_id = r.id and v.state <> 'recused' and v.how <> 'blind') as readers
    from team t join registration r on r.cycle_id = t.cycle_id and r.level = t.level and r.state = 'self_assessed' and team_of(r.id) = t.id
    where t.id = ${id} and (${registrationId}::integer is null or r.id = ${registrationId}) order by r.id limit 2000`.execute(
    tx,
  );
  return rows;
}

/** How much each member has to read or has read in this year at this level, those who have least first. */
export async function loadsOf(tx: WriteDb, id: number): Promise<Map<number, number>> {
  const { rows } = await sql<{ id: number; load: number }>`
    select m.person_id as id, (select count(*) from review v join registration r on r.id = v.registration_id
      where v.person_id = m.person_id and v.state <> 'recused' and r.cycle_id = t.cycle_id and r.level = t.level)::integer as load
    from team t join team_member m on m.team_id = t.id where t.id = ${id} order by 2, 1`.execute(tx);
  return new Map(rows.map((row) => [row.id, row.load]));
}

/** Asks people to read: one who stepped back, or was asked already, is left as they are. Answers how many were asked anew. */
export async function insertReviews(
  tx: WriteDb,
  ctx: Context,
  teamId: number,
  how: 'chosen' | 'by_field' | 'balanced',
  pairs: readonly Pair[],
): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into review (registration_id, person_id, person_name, how, at)
    select c."registrationId", m.person_id, m.person_name, ${how}, ${ctx.now}
    from jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as c ("registrationId" integer, "personId" integer)
    join team_member m on m.team_id = ${teamId} and m.person_id = c."personId"
    on conflict (registration_id, person_id) do nothing returning id`.execute(tx);
  return rows.length;
}
