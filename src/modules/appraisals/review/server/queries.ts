import { type RawBuilder, sql } from 'kysely';
import { stoodFor } from '#modules/people/appointment/rules.ts';
import type { Context, ReadDb } from '#platform/server/context.ts';
import { rowsOf } from '#platform/server/db.ts';
import type { Scoring } from '../rules.ts';

/** Reviews of registration `r`, with what row security lets the session see of them; for a statement that has such an `r`. */
export const reviewsOfR = sql`(select coalesce(json_agg(json_build_object('id', v.id, 'personId', v.person_id, 'personName', v.person_name,
    'how', v.how, 'state', v.state, 'conflict', conflict_of(v.person_id, v.registration_id), 'asked', s.asked, 'points', s.points,
    'total', s.total, 'note', s.note, 'advice', s.advice) order by v.id), '[]')
  from review v left join review_score s on s.review_id = v.id where v.registration_id = r.id)`;

/** How registration `r` is scored, as one column of a statement; `r` has its `team_id`, as in `withTeam`. */
export const scoringOfR = (
  actorId: number | null,
) => sql<Scoring>`(select row_to_json(one) from (select r.team_id as "teamId", (select t.name from team t where t.id = r.team_id) as "teamName",
        (select json_build_object('cycleId', q.cycle_id, 'level', q.level, 'aggregate', q.aggregate, 'wanted', q.wanted, 'cap', q.cap,
            'spread', q.spread, 'documentId', q.document_id, 'clause', q.clause, 'basis', basis_text(q.document_id, q.clause))
          from review_rule q where q.cycle_id = r.cycle_id and q.level = r.level) as rule,
        (select v.state from review v where v.id = reading_of(r.id)) as mine,
        (select v.person_name from review v where v.id = reading_of(r.id) and v.person_id <> ${actorId}) as absent,
        conflict_of(${actorId}::integer, r.id) as conflict, scores_open(r.id) as open,
        ${reviewsOfR} as reviews,
        (select coalesce(json_agg(json_build_object('id', m.person_id, 'name', m.person_name, 'conflict', conflict_of(m.person_id, r.id))
            order by m.person_name, m.person_id), '[]') from team_member m where m.team_id = r.team_id) as members,
        (select coalesce(json_agg(json_build_object('id', w.id, 'seenOn', w.seen_on, 'visitors', w.visitors, 'seen', w.seen,
            'notedByName', w.noted_by_name) order by w.seen_on desc, w.id desc), '[]') from visit w where w.registration_id = r.id) as visits) one)`;

/** Begins a statement: `r` is a registration that the session sees, with the team in whose hands it is. */
export const withTeam = (found: RawBuilder<boolean>) =>
  sql`with r as materialized (select r.*, team_of(r.id) as team_id from registration r where ${found})`;

/** Whether review `v` is this person's to give: asked of them, or of whom they stand for. */
export function isMine({ actor }: Context): RawBuilder<boolean> {
  const own = sql<boolean>`v.person_id = ${actor.id}`;
  const absent = stoodFor(actor);
  // What is waited for from both is given once, as one's own.
  return absent.length === 0
    ? own
    : sql<boolean>`(v.person_id = any (${[...absent, actor.id]}::integer[]) and v.id = reading_of(v.registration_id))`;
}

/**
 * What waits for the reader to be scored, as columns of a statement: how many, and of those that fewest have read the one that was
 * asked for first.
 */
export const mineToReview = (ctx: Context) => {
  const mine = sql`review v join registration r on r.id = v.registration_id
    where ${isMine(ctx)} and v.state = 'waiting' and v.how <> 'blind' and r.state = 'self_assessed'
      and conflict_of(${ctx.actor.id}, v.registration_id) is null`;
  const given = sql`(select count(*) from review o where o.registration_id = v.registration_id and o.state = 'given')`;
  return sql<{
    mine: number;
    next: number | null;
    blind: number | null;
  }>`(select count(*)::integer from ${mine}) as mine, (blind_waiting())[1] as blind,
    (select v.registration_id from ${mine} order by ${given}, v.id limit 1) as next`;
};

/** The next model to score; null when none waits. */
export async function nextToReview(db: ReadDb, ctx: Context): Promise<number | null> {
  const [row] = await rowsOf(db, sql<{ mine: number; next: number | null }>`select ${mineToReview(ctx)}`);
  return row?.next ?? null;
}
