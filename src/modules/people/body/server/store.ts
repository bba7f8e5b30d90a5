import { sql } from 'kysely';
import type { Context, WriteDb } from '#platform/server/context.ts';
import type { BodyKind, MemberRole } from '../rules.ts';

export interface Body {
  id: number;
  kind: BodyKind;
  name: string;
  unitId: number;
  foundingNumber: string;
  foundedOn: string;
  mergedWith: string;
  standingOffice: string;
  /** The day from which it is no more. */
  endsOn: string | null;
}
type Facts = Pick<Body, 'name' | 'foundingNumber' | 'foundedOn' | 'mergedWith' | 'standingOffice'>;

/** A body within scope, locked. */
export async function bodyForUpdate(tx: WriteDb, id: number): Promise<Body | undefined> {
  const { rows } = await sql<Body>`
    select id, kind, name, unit_id as "unitId", founding_number as "foundingNumber", founded_on as "foundedOn",
      merged_with as "mergedWith", standing_office as "standingOffice", upper(valid) as "endsOn"
    from body where id = ${id} for update`.execute(tx);
  return rows[0];
}

const columnsOf = (facts: Facts) => ({
  name: facts.name,
  founding_number: facts.foundingNumber,
  founded_on: facts.foundedOn,
  merged_with: facts.mergedWith,
  standing_office: facts.standingOffice,
});

export async function insertBody(tx: WriteDb, body: Facts & Pick<Body, 'kind' | 'unitId'>): Promise<number> {
  const values = { kind: body.kind, unit_id: body.unitId, ...columnsOf(body), valid: `[${body.foundedOn},)` };
  return (await tx.insertInto('body').values(values).returning('id').executeTakeFirstOrThrow()).id;
}

export async function updateBody(tx: WriteDb, id: number, facts: Facts): Promise<void> {
  await tx.updateTable('body').set(columnsOf(facts)).where('id', '=', id).execute();
}

export async function personOfUsername(
  tx: WriteDb,
  username: string,
): Promise<{ id: number; fullName: string } | undefined> {
  const { rows } = await sql<{ id: number; fullName: string }>`
    select id, full_name as "fullName" from person_of_username(${username})`.execute(tx);
  return rows[0];
}

/** Somebody without an account, at the body's unit. */
export async function insertPerson(tx: WriteDb, fullName: string, unitId: number, now: Date): Promise<number> {
  const values = { full_name: fullName, unit_id: unitId, created_at: now };
  return (await tx.insertInto('person').values(values).returning('id').executeTakeFirstOrThrow()).id;
}

export interface NewMember {
  personId: number;
  role: MemberRole;
  charge: string;
  from: string;
}

/** A membership from a day until the body ends; with the duty that it brings, if the body brings one. */
export async function insertMember(
  tx: WriteDb,
  ctx: Context,
  body: Body,
  member: NewMember,
  duty: boolean,
): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into body_member (body_id, person_id, role, charge, valid)
    values (${body.id}, ${member.personId}, ${member.role}, ${member.charge}, daterange(${member.from}::date, ${body.endsOn}::date))
    returning id`.execute(tx);
  const { id } = rows[0] as { id: number };
  if (duty)
    await sql`
      insert into appointment (person_id, role, unit_id, valid, granted_by, body_member_id)
      select person_id, 'committee_member', ${body.unitId}, valid, ${ctx.actor.id}::integer, id from body_member where id = ${id}`.execute(
      tx,
    );
  return id;
}

/**
 * Ends memberships of a body on a day, all or one, and with them the duties that they brought, also where a reorganisation has
 * carried these. Answers the ids; those that would end before they began are not among them.
 */
export async function endMembers(tx: WriteDb, bodyId: number, on: string, memberId?: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    update body_member set valid = daterange(lower(valid), ${on}::date)
    where body_id = ${bodyId} and (${memberId ?? null}::integer is null or id = ${memberId ?? null})
      and lower(valid) < ${on}::date and (upper(valid) is null or upper(valid) > ${on}::date) returning id`.execute(tx);
  const ids = rows.map((row) => row.id);
  const until = sql`daterange(null, ${on}::date)`;
  await sql`update appointment set valid = valid * ${until} where body_member_id = any (${ids}::integer[])`.execute(tx);
  await sql`update appointment_keep k set valid_before = valid_before * ${until} from appointment a
    where a.id = k.appointment_id and a.body_member_id = any (${ids}::integer[])`.execute(tx);
  return ids;
}

export async function endBody(tx: WriteDb, id: number, on: string): Promise<void> {
  await sql`update body set valid = daterange(lower(valid), ${on}::date) where id = ${id}`.execute(tx);
}

export async function insertFile(
  tx: WriteDb,
  ctx: Context,
  file: { bodyId: number; name: string; type: string; bytes: Uint8Array },
): Promise<number> {
  const values = {
    body_id: file.bodyId,
    name: file.name,
    type: file.type,
    bytes: Buffer.from(file.bytes),
    added_by: ctx.actor.name,
    added_at: ctx.now,
  };
  return (await tx.insertInto('body_file').values(values).returning('id').executeTakeFirstOrThrow()).id;
}
