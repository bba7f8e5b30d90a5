import { sql } from 'kysely';
import type { Level } from '#modules/organisations/unit/rules.ts';
import type { Context, WriteDb } from '#platform/server/context.ts';
import type { State, Subject } from '../rules.ts';
import { registerKey, searchText } from '../rules-keys.ts';
import { PARTS, type Part } from '../schema.ts';

/** A model to be entered, or to be gone on with, with one registration for each of its levels; days are `yyyy-mm-dd`. */
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
  /** The model of which this is a further year: locked by the caller, it takes a next version; a new one otherwise. */
  continues?: number | undefined;
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

const PIECE = 2_000;

/** Enters models, or their further years, with their versions, registrations and events: one statement for two thousand of them. */
export async function insertModels(tx: WriteDb, ctx: Context, models: readonly NewModel[]): Promise<Entered[]> {
  const entered: Entered[][] = [];
  let writing: Promise<Entered[]> = Promise.resolve([]);
  for (let from = 0; from < models.length; from += PIECE) {
    // The next piece is made ready while the database writes the one before.
    const given = JSON.stringify(asGiven(models.slice(from, from + PIECE)));
    entered.push(await writing);
    writing = insertPiece(tx, ctx, given);
  }
  entered.push(await writing);
  return entered.flat();
}

/** Models as `enter_models` takes them. */
function asGiven(models: readonly NewModel[]) {
  let first = 1;
  return models.map((model, at) => {
    const before = first;
    first += model.levels.length;
    return {
      place: at + 1,
      continues: model.continues ?? null,
      code_start: `${model.codePrefix}-${model.year}-`,
      name: model.parts.name,
      parts: Object.fromEntries(PARTS.map((part) => [part, model.parts[part] ?? ''])),
      programmes: model.programmes ?? [],
      unit_id: model.unitId,
      registrant_id: model.registrantId,
      field_id: model.fieldId,
      subject: model.subject,
      cycle_id: model.cycleId,
      levels: model.levels,
      state: model.state,
      submitted_on: model.submittedOn,
      carried_out_on: model.carriedOutOn ?? null,
      recognised_by: model.recognisedBy ?? null,
      import_row_id: model.importRowId ?? null,
      register_key: registerKey(model.parts.name, model.registrantName, model.occurrence ?? 1),
      // The model's number, which only the database knows yet, is written behind it.
      plain_text: searchText(model.parts.name, model.registrantName, model.unitName),
      act: model.act,
      reason: model.reason ?? '',
      // The how-manieth registration of all is the first of this model.
      first: before,
    };
  });
}

async function insertPiece(tx: WriteDb, ctx: Context, given: string): Promise<Entered[]> {
  const { rows } = await sql<{ initiative: number; code: string; registrations: number[] }>`
    select initiative, code, registrations
    from enter_models(${given}::jsonb, ${ctx.now}, ${ctx.actor.id}::integer, ${ctx.actor.name}) order by place`.execute(
    tx,
  );
  return rows.map(({ initiative, code, registrations }) => ({
    initiativeId: initiative,
    code,
    registrationIds: registrations,
  }));
}
