import { sql } from 'kysely';
import type { Sector } from '#modules/organisations/sector/rules.ts';
import { listSectors } from '#modules/organisations/sector/server/queries.ts';
import { namesUntil } from '#modules/organisations/unit/server/queries-names.ts';
import { type Context, dayOf, type ReadDb } from '#platform/server/context.ts';
import { rowsOf } from '#platform/server/db.ts';
import { guessSector, type Subject } from '../rules.ts';

export interface Placed {
  id: number;
  name: string;
  unit: string | null;
}
/** A sector with the registrants that are in it, and those in none whose name points to it. */
export interface SectorLine extends Sector {
  registrants: number;
  suggested: number;
}
export interface SectorPage {
  sectors: SectorLine[];
  /** How many are in no sector and their name points to none. */
  unguessed: number;
  /** The chosen group: up to `SHOWN` of them, by unit and name. */
  shown: Placed[];
  /** How many stand before those. */
  from: number;
  total: number;
}
export const SHOWN = 100;

/** `in`: who is in a sector; `suggest`: who is in none and by the name would be in it, 'none' for no name that tells one. */
export type SectorGroup = { in: string } | { suggest: string } | Record<string, never>;

/**
 * Registrants within scope by sector, and those of one group; three queries. Names are read only of those in no sector, at
 * most 20,000 of them: the rest waits until these are placed.
 */
export async function sectorPage(db: ReadDb, ctx: Context, group: SectorGroup, from = 0): Promise<SectorPage> {
  const sectors = await listSectors(db);
  const counts = await rowsOf(
    db,
    sql<{ id: number; count: number }>`
      select sector_id as id, count(*) as count from registrant where sector_id is not null group by 1`,
  );
  const chosen = 'in' in group ? sectors.find((each) => each.code === group.in) : undefined;
  const rows = await rowsOf(
    db,
    sql<Placed & { subject: Subject; placed: boolean }>`
      select g.id, g.name, g.subject, n.name as unit, g.sector_id is not null as placed from registrant g
      left join ${namesUntil(dayOf(ctx.now))} n on n.unit_id = g.unit_id
      where g.sector_id is null or g.sector_id = ${chosen?.id ?? null}
      order by n.name collate "vi-x-icu", g.plain_name, g.id limit 20000`,
  );
  const open = rows.filter((row) => !row.placed).map((row) => ({ ...row, code: guessSector(row.name, row.subject) }));
  const wanted = 'suggest' in group && group.suggest !== 'none' ? group.suggest : undefined;
  const members = chosen ? rows.filter((row) => row.placed) : open.filter((row) => row.code === wanted);
  return {
    sectors: sectors.map((sector) => ({
      ...sector,
      registrants: counts.find((each) => each.id === sector.id)?.count ?? 0,
      suggested: open.filter((row) => row.code === sector.code).length,
    })),
    unguessed: open.filter((row) => row.code === undefined).length,
    shown: members.slice(from, from + SHOWN).map(({ id, name, unit }) => ({ id, name, unit })),
    from,
    total: members.length,
  };
}
