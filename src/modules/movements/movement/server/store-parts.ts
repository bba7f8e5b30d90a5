import { sql } from 'kysely';
import { refuse } from '#platform/refusal.ts';
import type { WriteDb } from '#platform/server/context.ts';
import type { NationalField, PartKind } from '../../field/rules.ts';

interface NewNamed {
  kind: PartKind;
  movementId: number;
  id?: number | undefined;
  code: string;
  nameVi: string;
  nameEn: string;
  national?: NationalField | undefined;
  closedOn?: string | undefined;
}

/** Writes a part of a movement, a new one as the last; nothing where its code is another's already. */
export async function writeNamed(tx: WriteDb, named: NewNamed): Promise<number | undefined> {
  const { kind, movementId, id = null } = named;
  const { rows } = await sql<{ taken: boolean; last: number }>`
    select coalesce(bool_or(code = ${named.code} and id is distinct from ${id}), false) as taken, coalesce(max(position), 0) as last
    from ${sql.table(kind)} where movement_id = ${movementId}`.execute(tx);
  if (rows[0]?.taken) return undefined;
  const values = {
    code: named.code,
    name_vi: named.nameVi,
    name_en: named.nameEn,
    closed_on: named.closedOn ?? null,
    ...(kind === 'field' && { national: named.national ?? null }),
  };
  const position = (rows[0]?.last ?? 0) + 1;
  if (id === null)
    return (
      await tx
        .insertInto(kind)
        .values({ movement_id: movementId, position, ...values })
        .returning('id')
        .executeTakeFirstOrThrow()
    ).id;
  const known = tx.updateTable(kind).set(values).where('id', '=', id).where('movement_id', '=', movementId);
  return (await known.returning('id').executeTakeFirst())?.id ?? refuse('missing', 'refusal.missing');
}

/** Removes a part of a movement or one of its phases and answers its Vietnamese name; false where something stands on it. */
export async function removePart(
  tx: WriteDb,
  { kind, movementId, id }: { kind: PartKind | 'phase'; movementId: number; id: number },
): Promise<string | false> {
  const { rows } = await sql<{ name: string; used: boolean }>`
    select name_vi as name, part_in_use(${kind}, id) as used from ${sql.table(kind)} where id = ${id} and movement_id = ${movementId}`.execute(
    tx,
  );
  const found = rows[0] ?? refuse('missing', 'refusal.missing');
  if (found.used) return false;
  await sql`delete from ${sql.table(kind)} where id = ${id}`.execute(tx);
  return found.name;
}

/** Says which title groups a year offers; refuses as missing one of another movement. */
export async function writeOffered(tx: WriteDb, cycleId: number, ids: readonly number[]): Promise<void> {
  await tx.deleteFrom('cycle_title_group').where('cycle_id', '=', cycleId).execute();
  const { rows } = await sql<{ id: number }>`
    insert into cycle_title_group (cycle_id, title_group_id)
    select c.id, g.id from cycle c join title_group g on g.movement_id = c.movement_id
    where c.id = ${cycleId} and g.id = any (${[...ids]}::integer[]) returning title_group_id as id`.execute(tx);
  if (rows.length !== new Set(ids).size) refuse('missing', 'refusal.missing');
}
