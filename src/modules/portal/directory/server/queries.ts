import { sql } from 'kysely';
import type { ReadDb } from '#platform/server/context.ts';
import { rowsOf } from '#platform/server/db.ts';
import { LINK_GROUPS, type LinkGroup } from '../rules.ts';

/** What stands around every page of the portal. */
export interface PortalFrame {
  /** The unit on top of the tree, as it is called today; empty before there is one. */
  province: string;
  movement: { nameVi: string; nameEn: string } | null;
  /** True while the demo is loaded: every page says so. */
  sample: boolean;
  directory: { group: LinkGroup; links: { name: string; url: string }[] }[];
}

type Row = Omit<PortalFrame, 'directory'> & { links: { group: LinkGroup; name: string; url: string }[] };

/** The frame in one query: the place, its movement, and the links directory, each group in its order. */
export async function portalFrame(db: ReadDb): Promise<PortalFrame> {
  const rows = await rowsOf(
    db,
    sql<Row>`select
      coalesce((select n.name from unit u join unit_name n on n.unit_id = u.id and upper_inf(n.valid)
        where nlevel(u.path_today) = 1 order by u.id limit 1), '') as province,
      (select json_build_object('nameVi', name_vi, 'nameEn', name_en) from movement order by id limit 1) as movement,
      exists (select from installation where key = 'demo.generation') as sample,
      (select coalesce(json_agg(json_build_object('group', group_code, 'name', name, 'url', url) order by position, id), '[]')
        from directory_link) as links`,
  );
  const { links, ...frame } = rows[0] as Row;
  const directory = LINK_GROUPS.map((group) => ({ group, links: links.filter((link) => link.group === group) }));
  return { ...frame, directory: directory.filter((each) => each.links.length > 0) };
}
