import { sql } from 'kysely';
import { inLines, treeOf } from '#modules/organisations/unit/rules-tree.ts';
import { unitsOn } from '#modules/organisations/unit/server/queries.ts';
import { nameUntil, unitToday } from '#modules/organisations/unit/server/queries-names.ts';
import { type Reason, refuse } from '#platform/refusal.ts';
import { type Context, dayOf, type ReadDb } from '#platform/server/context.ts';
import { rowsOf } from '#platform/server/db.ts';
import { isAdministrator } from '../../appointment/policy.ts';
import { mayFoundBodies, mayManageBody } from '../policy.ts';
import { type BodyKind, MEMBER_ROLES, type MemberRole } from '../rules.ts';
import type { Body } from './store.ts';

export interface BodyLine {
  id: number;
  kind: BodyKind;
  name: string;
  unit: string | null;
  head: string | null;
  members: number;
  ended: boolean;
}

/** Bodies within scope with their head and number of members today, those in force first; at most 300. One query. */
export const listBodies = (db: ReadDb, ctx: Context): Promise<BodyLine[]> => {
  const day = sql`${dayOf(ctx.now)}::date`;
  return rowsOf(
    db,
    sql<BodyLine>`
      select b.id, b.kind, b.name, n.name as unit, not (b.valid @> ${day} or lower(b.valid) > ${day}) as ended,
        (select p.full_name from body_member m join person p on p.id = m.person_id
          where m.body_id = b.id and m.role = 'head' and m.valid @> ${day}) as head,
        (select count(*) from body_member m where m.body_id = b.id and m.valid @> ${day}) as members
      from body b join unit u on u.id = b.unit_id
      cross join lateral (select ${nameUntil(sql.ref('b.unit_id'), sql`least(${day}, upper(b.valid) - 1)`)} as name) n
      order by ended, nlevel(u.path_today), n.name collate "vi-x-icu", b.kind, b.id limit 300`,
  );
};

export interface Member {
  id: number;
  name: string;
  unit: string | null;
  role: MemberRole;
  charge: string;
  since: string;
  until: string | null;
}
export interface BodyPage {
  body: Body & { unit: string | null };
  /** Those of the day that is asked for. */
  members: Member[];
  files: { id: number; name: string; size: number; addedBy: string; addedAt: Date }[];
  may: true | Reason;
}

/** One body within scope, with its members of a day (`yyyy-mm-dd`) and its regulations, newest first; three queries. */
export async function bodyPage(db: ReadDb, ctx: Context, id: number, day: string): Promise<BodyPage> {
  const [body] = await rowsOf(
    db,
    sql<BodyPage['body']>`
      select b.id, b.kind, b.name, b.unit_id as "unitId", b.founding_number as "foundingNumber", b.founded_on as "foundedOn",
        b.merged_with as "mergedWith", b.standing_office as "standingOffice", upper(b.valid) as "endsOn", 
        ${nameUntil(sql.ref('b.unit_id'), sql`least(${dayOf(ctx.now)}::date, upper(b.valid) - 1)`)} as unit
      from body b
      where b.id = ${id}`,
  );
  if (!body) refuse('missing', 'refusal.missing');
  const members = await rowsOf(
    db,
    sql<Member>`
      select m.id, p.full_name as name, ${unitToday(sql.ref('p.unit_id'), day)} ->> 'name' as unit, m.role, m.charge, lower(m.valid) as since, upper(m.valid) as until
      from body_member m join person p on p.id = m.person_id
      where m.body_id = ${id} and m.valid @> ${day}::date
      order by array_position(${[...MEMBER_ROLES]}::text[], m.role), p.full_name collate "vi-x-icu", m.id`,
  );
  const files = await rowsOf(
    db,
    sql<BodyPage['files'][number]>`
      select id, name, length(bytes) as size, added_by as "addedBy", added_at as "addedAt" from body_file
      where body_id = ${id} order by id desc`,
  );
  return { body, members, files, may: mayManageBody(ctx.actor, body) };
}

/** A regulation's file, for who sees its body. */
export async function regulationOf(db: ReadDb, bodyId: number, fileId: number) {
  const file = await db
    .selectFrom('body_file')
    .select(['name', 'type', 'bytes'])
    .where('id', '=', fileId)
    .where('body_id', '=', bodyId)
    .executeTakeFirst();
  return file ?? refuse('missing', 'refusal.missing');
}

/** The units of whose bodies this person keeps: of an officer those served, of an administrator all; refuses anybody else. One query. */
export async function unitsToFound(db: ReadDb, { actor, now }: Context): Promise<{ value: string; label: string }[]> {
  const may = mayFoundBodies(actor);
  if (may !== true) refuse('forbidden', may.code);
  const units = (await unitsOn(db, dayOf(now))).filter((unit) => mayManageBody(actor, { unitId: unit.id }) === true);
  const deep = isAdministrator(actor);
  return inLines(treeOf(units)).map(({ unit, depth }) => ({
    value: String(unit.id),
    label: `${deep ? '\u2003'.repeat(depth) : ''}${unit.name}`,
  }));
}
