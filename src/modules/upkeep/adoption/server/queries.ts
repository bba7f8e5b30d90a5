import { sql } from 'kysely';
import { nameUntil } from '#modules/organisations/unit/server/queries-names.ts';
import { type Context, dayOf, type ReadDb } from '#platform/server/context.ts';
import { rowsOf } from '#platform/server/db.ts';
import { keptModelPage } from '../../upkeep/server/queries.ts';
import { mayAdopt } from '../policy.ts';
import { asTree, type Member, reachOf } from '../rules.ts';

/** What was told of an adoption; `parentCode` is null where the reader may not know the other model. */
export interface Adoption {
  parentCode: string | null;
  kept: string;
  changed: string;
  dropped: string;
  day: string;
  actorName: string;
}

/** The family of a model, in no order. One query. */
export function familyOf(db: ReadDb, ctx: Context, id: number): Promise<Member[]> {
  return rowsOf(
    db,
    sql<Member>`
      select f.id, f.parent_id as "parentId", f.generation, f.day, f.code, f.name, ${nameUntil(sql.ref('f.unit_id'), dayOf(ctx.now))} as unit
      from model_family(${id}) f`,
  );
}

/** What a model was learnt from, within scope. One query. */
export async function adoptionOf(db: ReadDb, id: number): Promise<Omit<Adoption, 'parentCode'> | undefined> {
  const rows = await rowsOf(
    db,
    sql<Omit<Adoption, 'parentCode'>>`
      select kept, changed, dropped, day, actor_name as "actorName" from adoption where initiative_id = ${id}`,
  );
  return rows[0];
}

/** The model that a code names, of what the asker may know. One query. */
export async function modelOfCode(db: ReadDb, code: string): Promise<number | undefined> {
  const [row] = await rowsOf(db, sql<{ id: number | null }>`select model_of_code(${code}) as id`);
  return row?.id ?? undefined;
}

/** Everything that the page of a family shows. Four queries. */
export async function familyPage(db: ReadDb, ctx: Context, initiativeId: number) {
  const { registration, id, code, name } = await keptModelPage(db, ctx, initiativeId);
  // The model itself was read within scope, also by who reads one sector's line of its unit: its name is told.
  const members = (await familyOf(db, ctx, id)).map((each) => (each.id === id ? { ...each, code, name } : each));
  const told = await adoptionOf(db, id);
  const parentId = members.find((member) => member.id === id)?.parentId;
  const parentCode = members.find((member) => member.id === parentId)?.code ?? null;
  return {
    model: { id, code, name },
    family: asTree(members),
    reach: reachOf(id, members),
    adoption: told ? { ...told, parentCode } : null,
    may: mayAdopt(ctx.actor, registration),
  };
}
