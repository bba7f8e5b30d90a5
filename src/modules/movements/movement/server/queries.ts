import { sql } from 'kysely';
import type { ReadDb } from '#platform/server/context.ts';
import { rowsOf } from '#platform/server/db.ts';
import type { Movement } from '../rules.ts';

/** Every movement with its phases, latest phase first; one query. */
export async function listMovements(db: ReadDb): Promise<Movement[]> {
  return rowsOf(
    db,
    sql<Movement>`
    select m.id, m.name_vi as "nameVi", m.name_en as "nameEn", m.unit_id as "unitId", m.code_prefix as "codePrefix",
      (select n.name from unit_name n where n.unit_id = m.unit_id order by n.valid desc limit 1) as "unitName",
      m.superior_id as "superiorId", m.superior_note as "superiorNote", m.legal_basis as "legalBasis",
      (select coalesce(json_agg(json_build_object('id', p.id, 'nameVi', p.name_vi, 'nameEn', p.name_en, 'from', lower(p.runs),
          'until', upper(p.runs) - 1, 'legalBasis', p.legal_basis) order by lower(p.runs) desc), '[]')
        from phase p where p.movement_id = m.id) as phases
    from movement m order by m.id`,
  );
}
