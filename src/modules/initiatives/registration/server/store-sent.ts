import { sql } from 'kysely';
import type { Level } from '#modules/organisations/unit/rules.ts';
import type { Registrant } from '#modules/people/registrant/rules.ts';
import { type Actor, type Context, dayOf, type WriteDb } from '#platform/server/context.ts';
import { fold } from '#platform/vietnamese.ts';
import type { Registration } from '../rules.ts';
import { registerKey, searchText } from '../rules-keys.ts';
import { PARTS, type Part, type RegistrationContent } from '../schema.ts';

/** What a sent form leans on: its cycle, its unit and its field as the database knows them; nulls where it does not. */
export interface Entry {
  codePrefix: string;
  year: number;
  cycleLevels: Level[];
  /** Those of its levels at which nothing is taken any more. */
  lockedLevels: Level[];
  opensOn: string;
  /** Until when each of its levels takes forms in time. */
  dues: { level: Level; registerDueOn: string }[];
  unitPath: string | null;
  /** The unit's name today; the last one it had if it stands no more. */
  unitName: string | null;
  unitStands: boolean;
  fieldKnown: boolean;
  /** Nothing new is registered in it any more. */
  fieldClosed: boolean;
  /** The registrant of that name in that unit, if it has one already: looked up here, since most do. */
  registrant: Registrant | null;
  /** The one in whose name the sender registers in that unit, wherever it was entered before units changed. */
  own: Registrant | null;
  /** Those of the form's linked programmes that the movement knows. */
  programmes: number[];
}

const REGISTRANT = sql`select json_build_object('id', g.id, 'name', g.name, 'subject', g.subject, 'unitId', g.unit_id, 'sectorId', g.sector_id)
  from registrant g`;

/** In whose name an account of a registrant writes in a unit. */
export const ownRegistrantAt = (actor: Actor, unitId: number): number | undefined =>
  actor.appointments.find((each) => each.role === 'registrant' && each.unitId === unitId)?.registrantId ?? undefined;

/** One query for everything that a sent form has to be checked against. */
export async function entryFor(tx: WriteDb, ctx: Context, content: RegistrationContent): Promise<Entry | undefined> {
  const day = dayOf(ctx.now);
  const own = ownRegistrantAt(ctx.actor, content.unitId);
  const { rows } = await sql<Entry>`
    select m.code_prefix as "codePrefix", c.year, c.opens_on as "opensOn",
      array(select level from cycle_level l where l.cycle_id = c.id) as "cycleLevels",
      array(select level from cycle_level l where l.cycle_id = c.id and l.locked_from <= ${day}::date) as "lockedLevels",
      (select json_agg(json_build_object('level', level, 'registerDueOn', register_due_on)) from cycle_level l where l.cycle_id = c.id) as dues,
      (select path_today::text from unit where id = ${content.unitId}) as "unitPath",
      (select name from unit_name n where n.unit_id = ${content.unitId} and lower(n.valid) <= ${day}::date order by n.valid desc limit 1) as "unitName",
      exists (select from unit_name n where n.unit_id = ${content.unitId} and n.valid @> ${day}::date) as "unitStands",
      (${REGISTRANT}
        where g.unit_id = ${content.unitId} and g.plain_name = ${fold(content.registrantName)} and g.subject = ${content.subject}) as registrant,
      (${REGISTRANT} where g.id = ${own ?? null}) as own,
      array(select p.id from programme p where p.movement_id = c.movement_id and p.id = any (${content.programmes}::integer[]) order by p.position) as programmes,
      exists (select from field f where f.id = ${content.fieldId} and f.movement_id = c.movement_id) as "fieldKnown",
      exists (select from field f where f.id = ${content.fieldId} and f.closed_on <= ${day}::date) as "fieldClosed"
    from cycle c join movement m on m.id = c.movement_id where c.id = ${content.cycleId}`.execute(tx);
  return rows[0];
}

/** A returned or recalled registration takes a new version; the earlier one stays as it was sent. A further year is `insertModels`'. */
export async function insertNextVersion(
  tx: WriteDb,
  ctx: Context,
  registration: Registration,
  content: RegistrationContent,
  unitName: string,
): Promise<number> {
  // The model first: its row is the lock under which two of its registrations, sent again at once, number their versions.
  await tx
    .updateTable('initiative')
    .set({ name: content.name, field_id: content.fieldId })
    .where('id', '=', registration.initiativeId)
    .execute();
  const { rows } = await sql<{ id: number; code: string; registrant: string }>`
    insert into initiative_version (initiative_id, number, ${sql.join(PARTS.map((part) => sql.ref(part)))}, programmes, created_at)
    select ${registration.initiativeId}, max(number) + 1, ${sql.join(PARTS.map((part) => content[part]))}, ${content.programmes}::integer[], ${ctx.now}
    from initiative_version where initiative_id = ${registration.initiativeId}
    returning id, (select code from initiative where id = ${registration.initiativeId}) as code,
      (select name from registrant where id = ${registration.registrantId}) as registrant`.execute(tx);
  const made = rows[0] as { id: number; code: string; registrant: string };
  await tx
    .updateTable('registration')
    .set({
      name: content.name,
      field_id: content.fieldId,
      register_key: registerKey(content.name, made.registrant),
      plain_text: searchText(content.name, made.registrant, unitName, made.code),
    })
    .where('id', '=', registration.id)
    .execute();
  return made.id;
}

/**
 * Gives those registrations whose forms are filled in a next version each, with everything else as it stood; answers the new
 * versions by registration. One statement for the lock, one to write.
 */
export async function fillInTexts(
  tx: WriteDb,
  ctx: Context,
  registrations: readonly Registration[],
  filled: readonly { id: number; texts: Partial<Record<Part, string>> }[],
): Promise<Map<number, number>> {
  const textsOf = new Map(filled.map((each) => [each.id, each.texts]));
  const changes = registrations
    .map((each) => ({
      initiative: each.initiativeId,
      from: each.versionId,
      id: each.id,
      texts: textsOf.get(each.id) ?? {},
    }))
    .filter((each) => Object.keys(each.texts).length > 0);
  if (changes.length === 0) return new Map();
  const ids = changes.map((each) => each.initiative);
  await sql`select from initiative where id = any (${ids}::integer[]) order by id for update`.execute(tx);
  const part = (name: Part) =>
    sql`case when v.${sql.ref(name)} = '' then coalesce(c.texts->>${sql.lit(name)}, '') else v.${sql.ref(name)} end`;
  const { rows } = await sql<{ initiative: number; version: number }>`
    insert into initiative_version (initiative_id, number, ${sql.join(PARTS.map((name) => sql.ref(name)))}, programmes, created_at)
    select c.initiative, (select max(number) + 1 from initiative_version n where n.initiative_id = c.initiative),
      ${sql.join(PARTS.map(part))}, v.programmes, ${ctx.now}
    from jsonb_to_recordset(${JSON.stringify(changes)}::jsonb) as c (initiative integer, "from" integer, texts jsonb)
      join initiative_version v on v.id = c."from"
    returning initiative_id as initiative, id as version`.execute(tx);
  const versionOf = new Map(rows.map((row) => [row.initiative, row.version]));
  return new Map(changes.map((each) => [each.id, versionOf.get(each.initiative) as number]));
}

/** Notes with registrations just entered that they came late or from paper: asked of few, so a statement of its own. */
export async function noteComing(
  tx: WriteDb,
  ids: readonly number[],
  { lateReason, paperOn, signedBy }: Pick<RegistrationContent, 'lateReason' | 'paperOn' | 'signedBy'>,
): Promise<void> {
  await tx
    .updateTable('registration')
    .set({ late_reason: lateReason, paper_on: paperOn || null, paper_signed_by: signedBy })
    .where('id', 'in', [...ids])
    .execute();
}
