import { type RawBuilder, sql } from 'kysely';
import { LEVELS, type Level } from '#modules/organisations/unit/rules.ts';

export interface Answer {
  keeper_unit_id: number;
  level: string;
  unit_id: number;
}

/**
 * A table of who answers: for each keeper at or under these units and each level, the unit that answers for its
 * registrations, where that is one of these. The same rule as a registration's own `responsible_unit_id`, worked out once
 * for every keeper (from the ids in its path) instead of once for every registration.
 */
export function answersOf(units: readonly number[], day: string): RawBuilder<Answer> {
  return sql<Answer>`select keeper_unit_id, level, unit_id from answers_of(${[...units]}::integer[], ${day}::date)`;
}

/**
 * Begins a statement: `answer` is that table, worked out once however often it is looked at, for `answeredIn(ANSWER)`.
 */
export const withAnswers = (units: readonly number[], day: string): RawBuilder<unknown> =>
  sql`with answer as materialized (${answersOf(units, day)})`;
export const ANSWER: RawBuilder<unknown> = sql`answer`;

/**
 * Whether a unit of a table of answers answers for registration `r`: level by level, so that an index over level and keeper
 * finds the few among all that are open. Joined to the table instead, every keeper would be looked up by itself.
 */
export function answeredIn(answers: RawBuilder<unknown>): RawBuilder<boolean> {
  const at = (level: Level) =>
    sql`(r.level = ${sql.lit(level)} and r.keeper_unit_id = any (array(select keeper_unit_id from ${answers} where level = ${sql.lit(level)})))`;
  return sql<boolean>`(${sql.join(LEVELS.map(at), sql` or `)})`;
}

/** Whether one of these units answers for registration `r`. */
export const answeredBy = (units: readonly number[], day: string): RawBuilder<boolean> =>
  answeredIn(sql`(${answersOf(units, day)}) answer`);

/** The same, or one of the ended units whose open work somebody keeps holds it; a decision on it is its successor's. */
export function answeredOrKept(
  answers: RawBuilder<unknown>,
  kept: readonly { level: Level; units: number[] }[],
): RawBuilder<boolean> {
  if (kept.length === 0) return answeredIn(answers);
  const held = kept.map(
    ({ level, units }) => sql`(r.level = ${sql.lit(level)} and r.keeper_unit_id = any (${units}::integer[]))`,
  );
  return sql<boolean>`(${answeredIn(answers)} or ${sql.join(held, sql` or `)})`;
}
