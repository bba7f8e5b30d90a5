import { sql } from 'kysely';
import type { Subject } from '#modules/initiatives/registration/rules.ts';
import { withinScope } from '#modules/initiatives/registration/server/queries.ts';
import type { Context, ReadDb } from '#platform/server/context.ts';
import { rowsOf } from '#platform/server/db.ts';

/** A row of the annex, by its number there. */
export interface AnnexLine {
  place: number;
  id: number;
  initiativeId: number;
  code: string;
  name: string;
  registrant: string;
  unit: string;
  parent: string | null;
  fieldVi: string;
  fieldEn: string;
  subject: Subject;
  publishedAt: Date | null;
}

export const ANNEX_PAGE = 50;

/**
 * The annex of a decision as far as the reader's scope goes, by unit and name; one page (from 1), or the whole of it. Pages are
 * counted, not keyed: an annex does not grow, and its rows are numbered.
 */
export async function listAnnex(
  db: ReadDb,
  ctx: Context,
  decisionId: number,
  page: number | 'all',
): Promise<AnnexLine[]> {
  const cut = page === 'all' ? sql`` : sql`limit ${ANNEX_PAGE} offset ${(page - 1) * ANNEX_PAGE}`;
  return rowsOf(
    db,
    sql<AnnexLine>`
      select row_number() over (order by ${order}) as place, r.id, r.initiative_id as "initiativeId", i.code, r.name, coalesce(g.name, '') as registrant,
        n.name as unit, pn.name as parent, f.name_vi as "fieldVi", f.name_en as "fieldEn", r.subject, r.published_at as "publishedAt"
      from registration r
      join cycle c on c.id = r.cycle_id
      join initiative i on i.id = r.initiative_id
      left join registrant g on g.id = r.registrant_id
      join field f on f.id = r.field_id
      left join unit_name n on n.unit_id = r.unit_id and n.valid @> c.reference_day
      left join unit_parent p on p.unit_id = r.unit_id and p.valid @> c.reference_day
      left join unit_name pn on pn.unit_id = p.parent_id and pn.valid @> c.reference_day
      where r.recognised_by = ${decisionId} and r.state <> 'annulled' and ${withinScope(ctx.scope)}
      order by ${order} ${cut}`,
  );
}

const order = sql`pn.name collate "vi-x-icu" nulls first, n.name collate "vi-x-icu", r.name collate "vi-x-icu", r.id`;
