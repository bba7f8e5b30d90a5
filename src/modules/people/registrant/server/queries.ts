import type { Registrant, Subject } from '../rules.ts';

type Row = { id: number; subject: string; name: string; unit_id: number; sector_id: number | null };

export const REGISTRANT_COLUMNS = ['id', 'subject', 'name', 'unit_id', 'sector_id'] as const;

export function toRegistrant(row: Row): Registrant {
  return { id: row.id, subject: row.subject as Subject, name: row.name, unitId: row.unit_id, sectorId: row.sector_id };
}
