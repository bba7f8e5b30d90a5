import { sql } from 'kysely';
import type { Context, WriteDb } from '#platform/server/context.ts';
import type { Prepared } from '../../attachment/schema.ts';

interface NewLaunch {
  cycleId: number;
  unitId: number;
  title: string;
  words: string;
  files: readonly Prepared[];
}

/** Keeps a launch with its papers; the same file twice is kept once. */
export async function insertLaunch(tx: WriteDb, { actor, now }: Context, launch: NewLaunch): Promise<number> {
  const { cycleId, unitId, title, words } = launch;
  const { id } = await tx
    .insertInto('launch')
    .values({ cycle_id: cycleId, unit_id: unitId, title, words, launched_by_name: actor.name, launched_at: now })
    .returning('id')
    .executeTakeFirstOrThrow();
  const files = new Map(launch.files.map((file) => [Buffer.from(file.digest).toString('hex'), file]));
  if (files.size > 0)
    await tx
      .insertInto('launch_file')
      .values(
        [...files.values()].map((file) => ({
          launch_id: id,
          name: file.name,
          type: file.type,
          bytes: Buffer.from(file.bytes),
          size: file.bytes.byteLength,
          digest: Buffer.from(file.digest),
        })),
      )
      .execute();
  return id;
}

/** Writes that units have opened it, each the first time only; answers those that had not. */
export async function insertOpenings(
  tx: WriteDb,
  { actor, now }: Context,
  id: number,
  units: readonly number[],
): Promise<number[]> {
  const { rows } = await sql<{ unit: number }>`
    insert into launch_opening (launch_id, unit_id, person_id, person_name, opened_at)
    select ${id}, unit, ${actor.id}::integer, ${actor.name}, ${now} from unnest(${[...units]}::integer[]) unit
    on conflict do nothing returning unit_id as unit`.execute(tx);
  return rows.map((row) => row.unit);
}

/** Takes it back, once; it stays on record. False if it was already. */
export async function markTakenBack(
  tx: WriteDb,
  { actor, now }: Context,
  id: number,
  reason: string,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('launch')
    .set({ taken_back_at: now, taken_back_by_name: actor.name, taken_back_reason: reason })
    .where('id', '=', id)
    .where('taken_back_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Whether a unit stands on a day, and has others under it. */
export async function unitWithOthers(tx: WriteDb, unitId: number, day: string): Promise<{ under: number } | undefined> {
  const { rows } = await sql<{ under: number }>`
    select (select count(*)::integer from unit below join unit_name bn on bn.unit_id = below.id and bn.valid @> ${day}::date
      where below.path_today <@ u.path_today and below.id <> u.id) as under
    from unit u join unit_name n on n.unit_id = u.id and n.valid @> ${day}::date where u.id = ${unitId}`.execute(tx);
  return rows[0];
}
