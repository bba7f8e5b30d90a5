import { sql } from 'kysely';
import type { Registration } from '#modules/initiatives/registration/rules.ts';
import type { ReadDb } from '#platform/server/context.ts';
import { rowsOf } from '#platform/server/db.ts';

/**
 * Models that those of a registration have asked to learn from, and were received: offered as that from which its model was learnt.
 * None of the model's own family. One query.
 */
export function offeredTo(
  db: ReadDb,
  { registrantId, keeperUnitId }: Registration,
  family: readonly { id: number }[],
): Promise<{ code: string; name: string }[]> {
  return rowsOf(
    db,
    sql<{ code: string; name: string }>`
      select l.code, l.name from learning l
      where l.state = 'welcomed' and (l.asker_registrant_id = ${registrantId}
          or (l.asker_registrant_id is null and l.asker_unit_id = ${keeperUnitId}))
        and l.initiative_id <> all (${family.map(({ id }) => id)}::integer[])
      order by l.id desc limit 5`,
  );
}
