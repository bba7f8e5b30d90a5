import { sql } from 'kysely';
import type { ReadDb } from '#platform/server/context.ts';
import { rowsOf } from '#platform/server/db.ts';
import type { Verdict } from '../../appraisal/rules.ts';
import { reviewsOfR } from '../../review/server/queries.ts';
import type { Outcome } from '../rules.ts';

const OUTCOMES_SHOWN = 500;

/** What waits for a verdict in a team's hands, with what is staged for it; at most 500, the oldest first; one query. */
export const outcomesOf = (db: ReadDb, personId: number | null, teamId: number, ids?: readonly number[]) =>
  rowsOf(
    db,
    sql<Outcome>`
      select r.id, r.version, i.code, r.name, coalesce(g.name, '') as registrant, conflict_of(${personId}::integer, r.id) as conflict,
        scores_open(r.id) as open, ${reviewsOfR} as reviews,
        (select json_build_object('verdict', s.verdict, 'reason', s.reason, 'feedback', case when scores_open(r.id) then s.feedback else '' end, 'revision', s.revision, 'total', s.total, 'counted', s.counted, 'by', s.staged_by_name)
          from staged_verdict s where s.registration_id = r.id and s.applied_at is null) as staged
      from team t join registration r on r.cycle_id = t.cycle_id and r.level = t.level and r.state = 'self_assessed' and team_of(r.id) = t.id
      join initiative i on i.id = r.initiative_id left join registrant g on g.id = r.registrant_id
      where t.id = ${teamId} and ${ids ? sql`r.id = any (${[...ids]}::integer[])` : sql`true`} order by r.id limit ${sql.lit(OUTCOMES_SHOWN)}`,
  );

/** One line of the minutes: a model, its figure, the verdict, and who stepped back or was left out. */
export interface MinutesLine {
  id: number;
  code: string;
  name: string;
  registrant: string;
  verdict: Verdict;
  reason: string;
  total: number | null;
  counted: number;
  appliedOn: string | null;
  left: { name: string; conflict: string | null }[];
  /** Who read it and is not on the team: in the place of a member who was away, under both names. */
  instead: string[];
}

/** What a team's minutes say: what is staged or was applied, the best first; one query. */
export const minutesOf = (db: ReadDb, teamId: number): Promise<MinutesLine[]> =>
  rowsOf(
    db,
    sql<MinutesLine>`
      select r.id, i.code, r.name, coalesce(g.name, '') as registrant, s.verdict, s.reason, s.total, s.counted,
        (s.applied_at at time zone 'Asia/Ho_Chi_Minh')::date as "appliedOn",
        (select coalesce(json_agg(json_build_object('name', v.person_name, 'conflict', conflict_of(v.person_id, r.id)) order by v.id), '[]')
          from review v where v.registration_id = r.id and (v.state = 'recused' or conflict_of(v.person_id, r.id) is not null)) as left,
        array(select v.person_name from review v where v.registration_id = r.id and v.state = 'given' and v.how <> 'blind'
          and not exists (select from team_member m where m.team_id = s.team_id and m.person_id = v.person_id) order by v.id) as instead
      from staged_verdict s join registration r on r.id = s.registration_id join initiative i on i.id = r.initiative_id
      left join registrant g on g.id = r.registrant_id
      where s.team_id = ${teamId} order by s.verdict desc, s.total desc nulls last, r.id limit 1000`,
  );
