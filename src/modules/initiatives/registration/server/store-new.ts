import { sql } from 'kysely';
import type { Level } from '#modules/organisations/unit/rules.ts';
import type { Context, WriteDb } from '#platform/server/context.ts';
import type { State, Subject } from '../rules.ts';
import { registerKey, searchText } from '../rules-keys.ts';
import { PARTS, type Part } from '../schema.ts';

/** A model to be entered with one registration for each of its levels; days are `yyyy-mm-dd`. */
export interface NewModel {
  codePrefix: string;
  year: number;
  cycleId: number;
  levels: readonly Level[];
  parts: Partial<Record<Part, string>> & { name: string };
  programmes?: readonly number[];
  unitId: number;
  unitName: string;
  registrantId: number;
  registrantName: string;
  fieldId: number;
  subject: Subject;
  /** The how-manieth model of this name and registrant in its unit, from 1. */
  occurrence?: number;
  state: State;
  submittedOn: string;
  carriedOutOn?: string | null;
  recognisedBy?: number | null;
  importRowId?: number | null;
  /** What the time line says of its beginning. */
  act: 'submit' | 'import';
  reason?: string;
}

export interface Entered {
  initiativeId: number;
  code: string;
  /** One for each level, in the model's order of levels. */
  registrationIds: number[];
}

/** Enters models, their first versions, their registrations and events: three statements whatever the number. */
export async function insertModels(tx: WriteDb, ctx: Context, models: readonly NewModel[]): Promise<Entered[]> {
  const initiatives = models.map((model, place) => ({
    place,
    prefix: `${model.codePrefix}-${model.year}-`,
    name: model.parts.name,
    unit_id: model.unitId,
    registrant_id: model.registrantId,
    field_id: model.fieldId,
    subject: model.subject,
  }));
  const made = await sql<{ place: number; id: number; code: string }>`
    with numbered as materialized (
      select i.*, nextval('initiative_id_seq')::integer as id from jsonb_to_recordset(${JSON.stringify(initiatives)}::jsonb)
        as i (place integer, prefix text, name text, unit_id integer, registrant_id integer, field_id integer, subject text)),
    written as (
      insert into initiative (id, code, name, unit_id, keeper_unit_id, registrant_id, sector_id, field_id, subject, created_at)
      select id, prefix || lpad(id::text, greatest(5, length(id::text)), '0'), name, unit_id, unit_id, registrant_id,
        (select g.sector_id from registrant g where g.id = registrant_id), field_id, subject, ${ctx.now}
      from numbered returning id, code)
    select n.place, w.id, w.code from numbered n join written w using (id) order by n.place`.execute(tx);

  const versions = made.rows.map(({ place, id }) => ({
    initiative_id: id,
    ...Object.fromEntries(PARTS.map((part) => [part, models[place]?.parts[part] ?? ''])),
    programmes: models[place]?.programmes ?? [],
  }));
  const registrations = made.rows.flatMap(({ place, id, code }) => {
    const model = models[place] as NewModel;
    return model.levels.map((level, rank) => ({
      place: place * 10 + rank,
      initiative_id: id,
      cycle_id: model.cycleId,
      level,
      unit_id: model.unitId,
      registrant_id: model.registrantId,
      field_id: model.fieldId,
      subject: model.subject,
      state: model.state,
      submitted_on: model.submittedOn,
      carried_out_on: model.carriedOutOn ?? null,
      recognised_by: model.recognisedBy ?? null,
      import_row_id: model.importRowId ?? null,
      register_key: registerKey(model.parts.name, model.registrantName, model.occurrence ?? 1),
      plain_text: searchText(model.parts.name, model.registrantName, model.unitName, code),
      name: model.parts.name,
    }));
  });
  const entered = await sql<{ id: number; initiative_id: number; level: Level }>`
    with version as (
      insert into initiative_version (initiative_id, number, name, reason, objectives, content, place, forces, resources, outputs, sustaining, programmes, created_at)
      select initiative_id, 1, name, reason, objectives, content, place, forces, resources, outputs, sustaining,
        array(select jsonb_array_elements_text(programmes)::integer), ${ctx.now}
      from jsonb_to_recordset(${JSON.stringify(versions)}::jsonb)
        as v (initiative_id integer, name text, reason text, objectives text, content text, place text, forces text, resources text, outputs text, sustaining text, programmes jsonb)
      returning id, initiative_id)
    insert into registration (initiative_id, version_id, cycle_id, level, unit_id, keeper_unit_id, registrant_id, sector_id, field_id, subject,
      state, submitted_on, carried_out_on, recognised_by, import_row_id, register_key, plain_text, name, state_since)
    select initiative_id, version.id, cycle_id, level, unit_id, unit_id, registrant_id,
      (select g.sector_id from registrant g where g.id = registrant_id), field_id, subject,
      state, submitted_on, carried_out_on, recognised_by, import_row_id, register_key, plain_text, name, ${ctx.now}
    from jsonb_to_recordset(${JSON.stringify(registrations)}::jsonb)
      as r (place integer, initiative_id integer, cycle_id integer, level text, unit_id integer, registrant_id integer,
        field_id integer, subject text, state text, submitted_on date, carried_out_on date, recognised_by integer, import_row_id bigint,
        register_key text, plain_text text, name text) join version using (initiative_id)
    order by r.place
    returning id, initiative_id, level`.execute(tx);

  const placeOf = new Map(made.rows.map((row) => [row.id, row.place]));
  const events = entered.rows.map((row) => {
    const model = models[placeOf.get(row.initiative_id) ?? 0] as NewModel;
    return { id: row.id, act: model.act, state: model.state, reason: model.reason ?? '' };
  });
  await sql`
    insert into registration_event (registration_id, act, state, reason, actor_id, actor_name, at)
    select id, act, state, reason, ${ctx.actor.id}::integer, ${ctx.actor.name}, ${ctx.now}
    from jsonb_to_recordset(${JSON.stringify(events)}::jsonb) as e (id integer, act text, state text, reason text)`.execute(
    tx,
  );

  const ids = new Map<number, Map<Level, number>>();
  for (const row of entered.rows)
    ids.set(row.initiative_id, (ids.get(row.initiative_id) ?? new Map()).set(row.level, row.id));
  return made.rows.map(({ place, id, code }) => ({
    initiativeId: id,
    code,
    registrationIds: (models[place] as NewModel).levels.map((level) => ids.get(id)?.get(level) as number),
  }));
}
