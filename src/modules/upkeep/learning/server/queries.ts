import { sql } from 'kysely';
import type { Registration } from '#modules/initiatives/registration/rules.ts';
import { refuse } from '#platform/refusal.ts';
import type { Context, ReadDb } from '#platform/server/context.ts';
import { rowsOf } from '#platform/server/db.ts';
import { keptModel } from '../../upkeep/server/queries.ts';
import { askersOf, isAskers, mayAnswer, mayAsk, mayAskAtAll, mayWithdraw } from '../policy.ts';
import type { Learning } from '../rules.ts';

/** A model that somebody may ask to learn from, as they may know it. */
export interface ModelToLearn {
  id: number;
  code: string;
  name: string;
  keeperUnitId: number;
  registrantId: number;
}

/** The model of a code, published or within scope. One query. */
export async function modelToLearn(db: ReadDb, code: string): Promise<ModelToLearn | undefined> {
  const [row] = await rowsOf(
    db,
    sql<ModelToLearn>`
      select id, code, name, keeper_unit_id as "keeperUnitId", registrant_id as "registrantId"
      from model_to_learn(${code.trim().toUpperCase()})`,
  );
  return row;
}

const COLUMNS = sql`l.id, l.initiative_id as "initiativeId", l.code, l.name, l.asker_unit_id as "askerUnitId",
  l.asker_registrant_id as "askerRegistrantId", l.asker, l.wish, l.asked_by as "askedBy", l.asked_by_name as "askedByName",
  l.asked_at as "askedAt", l.state, l.mentor, l.visit_on as "visitOn", l.place, l.answer, l.answered_by_name as "answeredByName",
  l.answered_at as "answeredAt"`;

/** One request of either side; undefined when the session is on neither. One query. */
export async function learningById(db: ReadDb, id: number): Promise<Learning | undefined> {
  const [row] = await rowsOf(db, sql<Learning>`select ${COLUMNS} from learning l where l.id = ${id}`);
  return row;
}

/** By which registration of the asked model the answer is decided; undefined for who does not read it. Two queries. */
export const answeredBy = async (db: ReadDb, ctx: Context, learning: Learning): Promise<Registration | undefined> =>
  (await keptModel(db, ctx, learning.initiativeId))?.registration;

/** Requests of both sides, the open and latest first, those that the session made apart; at most a hundred. One query. */
export async function listLearnings(db: ReadDb, ctx: Context): Promise<{ made: Learning[]; received: Learning[] }> {
  const rows = await rowsOf(
    db,
    sql<Learning>`select ${COLUMNS} from learning l order by l.state in ('asked', 'welcomed') desc, l.id desc limit 100`,
  );
  const made = rows.filter((row) => isAskers(ctx.actor, row));
  return { made, received: rows.filter((row) => !made.includes(row)) };
}

/** Everything that the page of a request shows; refuses (404) who is on neither side. Three queries. */
export async function learningPage(db: ReadDb, ctx: Context, id: number) {
  const learning = (await learningById(db, id)) ?? refuse('missing', 'refusal.missing');
  const registration = await answeredBy(db, ctx, learning);
  return {
    learning,
    reads: registration !== undefined,
    mine: isAskers(ctx.actor, learning),
    mayAnswer: mayAnswer(ctx.actor, learning, registration),
    mayWithdraw: mayWithdraw(ctx.actor, learning),
  };
}

/** The form for a model: for whom the session may ask, or why not. One query; refuses (404) what may not be known. */
export async function askPage(db: ReadDb, ctx: Context, code: string) {
  const model = (await modelToLearn(db, code)) ?? refuse('missing', 'learning.model_unknown');
  const askers = askersOf(ctx.actor);
  const open = askers.filter((asker) => mayAsk(ctx.actor, asker, model) === true);
  const [first] = askers;
  return {
    model: { code: model.code, name: model.name },
    askers: open,
    may: open.length > 0 ? (true as const) : first ? mayAsk(ctx.actor, first, model) : mayAskAtAll(ctx.actor),
  };
}
