import type { ReadDb, Scope } from '#platform/server/context.ts';
import { fold } from '#platform/vietnamese.ts';
import type { Registrant, Subject } from '../rules.ts';

export interface RegistrantFilter {
  unitId?: number;
  /** Compared without marks. */
  query?: string;
}

type Row = { id: number; subject: string; name: string; unit_id: number; sector_id: number | null };

export const REGISTRANT_COLUMNS = ['id', 'subject', 'name', 'unit_id', 'sector_id'] as const;

export function toRegistrant(row: Row): Registrant {
  return { id: row.id, subject: row.subject as Subject, name: row.name, unitId: row.unit_id, sectorId: row.sector_id };
}

/** Registrants within scope, by name without marks, at most 200: a list to choose from. One query. */
export async function listRegistrants(db: ReadDb, _scope: Scope, filter: RegistrantFilter = {}): Promise<Registrant[]> {
  let found = db.selectFrom('registrant').select(REGISTRANT_COLUMNS);
  if (filter.unitId !== undefined) found = found.where('unit_id', '=', filter.unitId);
  const words = fold(filter.query ?? '');
  if (words) found = found.where('plain_name', 'like', `%${words}%`);
  const rows = await found.orderBy('plain_name').orderBy('id').limit(200).execute();
  return rows.map(toRegistrant);
}
