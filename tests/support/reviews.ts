import { sql } from 'kysely';
import type { Scoring } from '../../src/modules/appraisals/review/rules.ts';
import { giveReview } from '../../src/modules/appraisals/review/server/actions.ts';
import { saveReviewRule } from '../../src/modules/appraisals/review/server/actions-rules.ts';
import { scoringOfR, withTeam } from '../../src/modules/appraisals/review/server/queries.ts';
import { saveTeam } from '../../src/modules/appraisals/team/server/actions.ts';
import type { Context } from '../../src/platform/server/context.ts';
import { read, rowsOf } from '../../src/platform/server/db.ts';
import { actorOf, type Cast, cycles, type PersonName, units } from './cast.ts';

export const idOfPerson = (person: PersonName) => actorOf(person).id as number;

/** How a registration is scored, as somebody sees it. */
export async function scoringOf(ctx: Context, registrationId: number): Promise<Scoring> {
  const asked = sql<{ scoring: Scoring }>`
    ${withTeam(sql`r.id = ${registrationId}`)} select ${scoringOfR(ctx.actor.id)} as scoring from r`;
  return (await read(ctx, (db) => rowsOf(db, asked)))[0]?.scoring as Scoring;
}

/** Turns scoring on for communes, with criteria worth 20 and 30 points, and forms the cast's commune a team; answers its id. */
export async function scoredBy(cast: Cast, members: readonly PersonName[]): Promise<number> {
  await cast.asOwner(`update criterion set points = 20, anchors = '0: chưa có' where id = 1;
    insert into criterion (cycle_id, subject, code, text_vi, text_en, position, points)
      values (2, 'collective', 'b', 'Sáng tạo', 'Creative', 2, 30)`);
  const rule = { cycleId: cycles.current, level: 'commune' as const, aggregate: 'median' as const };
  await saveReviewRule(cast.contextFor('provincial_officer'), { ...rule, wanted: 2, spread: 20 });
  const place = { cycleId: cycles.current, level: 'commune' as const, unitId: units.commune };
  const team = { ...place, name: 'Tổ thẩm định chung', fields: [], members: members.map(idOfPerson) };
  return (await saveTeam(cast.contextFor('commune_officer'), team)).id;
}

/** Gives a person's points for the two criteria of `scoredBy`, in their order. */
export async function score(
  cast: Cast,
  person: PersonName,
  registrationId: number,
  points: readonly number[],
  advice = '',
) {
  const rows = await cast.asOwner<{ id: number }>(
    `select id from criterion where cycle_id = 2 and subject = 'collective' order by position`,
  );
  const asked = rows.map((row) => row.id);
  const given = Object.fromEntries(asked.map((id, at) => [id, String(points[at] ?? '')]));
  return giveReview(cast.contextFor(person), {
    registrationId,
    asked,
    points: given,
    note: `Nhận xét ${person}`,
    advice,
  });
}

/** A team of a unit for a field of its own, named by a word. */
export async function hiddenTeam(cast: Cast, unitId: number, word: string): Promise<number> {
  await cast.asOwner(`insert into review_rule (cycle_id, level, aggregate, wanted, spread)
    values (2, 'commune', 'median', 2, 20) on conflict do nothing`);
  const [team] = await cast.asOwner<{ id: number }>(
    `with made as (insert into team (cycle_id, level, unit_id, name, fields)
        values (2, 'commune', $1, $2, '{2}') returning id),
      one as (insert into team_member select made.id, p.id, $2 from made, person p where p.unit_id = $1 order by p.id limit 1)
    select id from made`,
    [unitId, `Tổ ${word}`],
  );
  return team?.id ?? 0;
}
