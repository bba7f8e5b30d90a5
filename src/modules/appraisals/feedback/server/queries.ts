import { sql } from 'kysely';
import type { State } from '#modules/initiatives/registration/rules.ts';
import type { EventDetails } from '#modules/initiatives/registration/rules-return.ts';
import { type Sheet, sheetOf } from '#modules/initiatives/registration/server/queries-return.ts';
import type { Context, ReadDb } from '#platform/server/context.ts';
import { rowsOf } from '#platform/server/db.ts';
import type { Standing } from '../rules.ts';

/** What was said beside a verdict, or the verdict itself. */
export interface SaidEvent {
  id: number;
  registrationId: number;
  act: 'feedback' | 'propose' | 'decline' | 'reopen';
  state: State;
  reason: string;
  at: Date;
  details: EventDetails;
}

/** A registration with what its registrant is told, and, as far as the session may see it, what the council prepares. */
export interface FeedbackPage extends Pick<Sheet, 'registration' | 'code' | 'registrant'> {
  standing: Standing;
  /** What lies beside the staged verdict, made of others' words: for who may look at their scores. */
  staged: string;
  /** What the appraisers meant for the registrant; nobody's name stands with it. */
  words: string[];
  /** Latest first. */
  said: SaidEvent[];
  /** The latest that this person has said they have read. */
  readId: number | null;
}

/** How the feedback of a registration stands to a person, as columns `teamUnitId`, `revision`, `conflict`, `open` of a statement over `r`. */
export const standingColumns = (personId: number | null) => sql`
  (select t.unit_id from team t where t.id = team_of(r.id)) as "teamUnitId",
  (select s.revision from staged_verdict s where s.registration_id = r.id and s.applied_at is null) as revision,
  conflict_of(${personId}::integer, r.id) as conflict, scores_open(r.id) as open`;

type Row = Omit<Standing, 'state'> & { staged: string | null; words: string[]; readId: number | null };

/** Three queries; refuses as missing what is outside the session's scope. */
export async function feedbackPage(db: ReadDb, ctx: Context, id: number): Promise<FeedbackPage> {
  const { registration, code, registrant } = await sheetOf(db, ctx, id);
  const [[row], said] = await Promise.all([
    rowsOf(
      db,
      sql<Row>`
        select ${standingColumns(ctx.actor.id)},
          (select s.feedback from staged_verdict s where s.registration_id = r.id and s.applied_at is null and scores_open(r.id)) as staged,
          -- In the order of the words themselves: that of the readers would tell whose they are.
          array(select s.advice from review_score s where s.registration_id = r.id and s.advice <> ''
            and conflict_of(s.person_id, r.id) is null order by s.advice) as words,
          (select max(f.event_id) from feedback_read f join registration_event e on e.id = f.event_id
            where e.registration_id = r.id and f.person_id = ${ctx.actor.id}) as "readId"
        from registration r where r.id = ${id}`,
    ),
    rowsOf(
      db,
      sql<SaidEvent>`
        select e.id, e.registration_id as "registrationId", e.act, e.state, e.reason, e.at, e.details from registration_event e
        where e.registration_id = ${id} and e.act in ('feedback', 'propose', 'decline', 'reopen') order by e.id desc limit 100`,
    ),
  ]);
  const { staged, words, readId, ...standing } = row as Row;
  return {
    ...{ registration, code, registrant, words, said, readId },
    standing: { ...standing, state: registration.state },
    staged: staged ?? '',
  };
}
