import { sql } from 'kysely';
import type { State } from '#modules/initiatives/registration/rules.ts';
import { type MovementName, yearOf } from '#modules/movements/cycle/rules.ts';
import { listCycles } from '#modules/movements/cycle/server/queries.ts';
import { type Named, namesApart } from '#modules/movements/field/rules.ts';
import type { Language } from '#platform/i18n.ts';
import { refuse } from '#platform/refusal.ts';
import { type Context, dayOf, type ReadDb } from '#platform/server/context.ts';
import { rowsOf } from '#platform/server/db.ts';
import { type Review, type ReviewRule, severities } from '../../review/rules.ts';
import { reviewsOfR } from '../../review/server/queries.ts';
import { listReviewRules, ruleColumns } from '../../review/server/queries-rules.ts';
import { teamUnits } from '../policy.ts';

export interface Team {
  id: number;
  cycleId: number;
  cycle: string;
  level: string;
  unitId: number;
  unit: string;
  name: string;
  /** Ids of fields; none: all of them. */
  fields: number[];
  members: Member[];
}
export interface Member {
  id: number;
  name: string;
  waiting: number;
  given: number;
  recused: number;
}

/** The members of team `t`: what each has to read, has read, and stepped back from. */
const withMembers = sql`(select coalesce(json_agg(json_build_object('id', m.person_id, 'name', m.person_name, 'waiting', l.waiting,
    'given', l.given, 'recused', l.recused) order by m.person_name, m.person_id), '[]')
  from team_member m cross join lateral (
    select count(*) filter (where v.state = 'waiting') as waiting, count(*) filter (where v.state = 'given') as given,
      count(*) filter (where v.state = 'recused') as recused
    from review v join registration r on r.id = v.registration_id
    where v.person_id = m.person_id and r.cycle_id = t.cycle_id and r.level = t.level) l
  where m.team_id = t.id) as members`;

const columns = sql`t.id, t.cycle_id as "cycleId", c.code as cycle, t.level, t.unit_id as "unitId",
  (select n.name from unit_name n where n.unit_id = t.unit_id order by n.valid desc limit 1) as unit, t.name, t.fields, ${withMembers}`;

/** How many sheets of what is in the hands of team `t` its members were asked for, and how many are in. */
const progress = sql`(select json_build_object('asked', count(*), 'given', count(*) filter (where v.state = 'given'))
  from team_member m join review v on v.person_id = m.person_id and v.how <> 'blind' and v.state <> 'recused'
    join registration r on r.id = v.registration_id and r.cycle_id = t.cycle_id and r.level = t.level
  where m.team_id = t.id and case when t.fields = '{}' then team_of(r.id) = t.id else r.field_id = any (t.fields) end) as sheets`;

export type TeamLine = Team & { sheets: { asked: number; given: number } };

/** The teams that the session sees, latest year first; one query. */
export const listTeams = (db: ReadDb): Promise<TeamLine[]> =>
  rowsOf(
    db,
    sql<TeamLine>`select ${columns}, ${progress} from team t join cycle c on c.id = t.cycle_id order by c.year desc, t.id limit 200`,
  );

/** Where the actor may form a team: each year and level that teams score at, with their own unit of that level. Two queries. */
export async function teamPlaces(db: ReadDb, ctx: Context, language: Language) {
  const [rules, cycles] = [await listReviewRules(db), await listCycles(db)];
  return rules.flatMap((rule) =>
    teamUnits(ctx.actor).flatMap((unit) => {
      const cycle = cycles.find((each) => each.id === rule.cycleId);
      return cycle && unit.level === rule.level
        ? [
            {
              value: `${cycle.id}-${rule.level}-${unit.id}`,
              label: `${yearOf(cycle, cycles, language)} · ${unit.name}`,
            },
          ]
        : [];
    }),
  );
}

/** The fields that a team may have, of every movement; one query. */
export async function teamFields(db: ReadDb, language: Language) {
  const fields = await rowsOf(
    db,
    sql<Named & MovementName & { movementId: number }>`
      select f.id, f.code, f.name_vi as "nameVi", f.name_en as "nameEn", f.movement_id as "movementId", m.name_vi as "movementVi",
        m.name_en as "movementEn"
      from field f join movement m on m.id = f.movement_id order by f.movement_id, f.position, f.id`,
  );
  return namesApart(fields, fields, language);
}

/** Who may be on the actor's teams: those who serve at the units where the actor forms teams, not in another's place; one query. */
export const candidates = (db: ReadDb, ctx: Context): Promise<{ id: number; name: string; unitId: number }[]> =>
  rowsOf(
    db,
    sql<{ id: number; name: string; unitId: number }>`
      select distinct p.id, p.full_name as name, a.unit_id as "unitId" from appointment a join person p on p.id = a.person_id
      where a.unit_id = any (${teamUnits(ctx.actor).map(({ id }) => id)}::integer[]) and a.valid @> ${dayOf(ctx.now)}::date
        and a.stands_for is null and a.role in ('commune_officer', 'district_officer', 'provincial_officer', 'committee_member') order by 2, 1 limit 500`,
  );

/** A model in a team's hands with its reviews, as far as the session may see them. */
export interface TeamWork {
  id: number;
  code: string;
  name: string;
  registrant: string;
  state: State;
  reviews: Review[];
  open: boolean;
}
const WORK_SHOWN = 100;

/** Whether registration `r` is in the hands of team `t`; for statements that have both. */
const inHands = sql`r.cycle_id = t.cycle_id and r.level = t.level and r.state = 'self_assessed' and team_of(r.id) = t.id`;

/** A team with its rule; refuses what is not there; one query. */
export async function teamWithRule(db: ReadDb, id: number): Promise<Team & { rule: ReviewRule }> {
  const [team] = await rowsOf(
    db,
    sql<
      Team & { rule: ReviewRule }
    >`select ${columns}, (select row_to_json(one) from (select ${ruleColumns}) one) as rule
      from team t join cycle c on c.id = t.cycle_id join review_rule q on q.cycle_id = t.cycle_id and q.level = t.level where t.id = ${id}`,
  );
  return team ?? refuse('missing', 'refusal.missing');
}

/** The same with what is in its hands, those with the fewest reviews first; two queries. */
export async function teamPage(db: ReadDb, id: number) {
  const team = await teamWithRule(db, id);
  const works = await rowsOf(
    db,
    sql<TeamWork & { total: number }>`
      with mine as materialized (select r.id, count(*) over ()::integer as total,
          (select count(*) from review v where v.registration_id = r.id and v.state = 'given') as given
        from team t join registration r on ${inHands} where t.id = ${id} order by given, r.id limit ${sql.lit(WORK_SHOWN)})
      select r.id, i.code, r.name, coalesce(g.name, '') as registrant, r.state, mine.total, ${reviewsOfR} as reviews, scores_open(r.id) as open
      from mine join registration r on r.id = mine.id join initiative i on i.id = r.initiative_id left join registrant g on g.id = r.registrant_id
      order by mine.given, r.id`,
  );
  return { team, works, total: works[0]?.total ?? 0 };
}

/** How strict each reader is beside the others of the same models, of what the session may see of a unit's year; one query. */
export async function severityIn(db: ReadDb, team: { cycleId: number; level: string; unitId: number }) {
  const given = await rowsOf(
    db,
    sql<{ registrationId: number; personId: number; total: number }>`
      select s.registration_id as "registrationId", s.person_id as "personId", s.total
      from review_score s join registration r on r.id = s.registration_id
      join unit keeper on keeper.id = r.keeper_unit_id join unit u on u.id = ${team.unitId} and keeper.path_today <@ u.path_today
      where r.cycle_id = ${team.cycleId} and r.level = ${team.level} and conflict_of(s.person_id, s.registration_id) is null`,
  );
  return [...severities(given)].map(([id, found]) => ({ id, ...found }));
}
