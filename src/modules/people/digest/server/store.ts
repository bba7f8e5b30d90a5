import { type RawBuilder, sql } from 'kysely';
import type { Language } from '#platform/i18n.ts';
import { type Context, dayOf, type WriteDb } from '#platform/server/context.ts';
import type { DigestChoice } from '../rules.ts';

/** A letter that is being sent, and to whom; `email` is null for whom none is sent to any more. */
export interface Claimed {
  personId: number;
  day: string;
  name: string;
  email: string | null;
  language: Language;
  choice: DigestChoice;
}

/** After so long, a letter that was begun and not finished is begun anew. */
const TRIED = sql`interval '10 minutes'`;

const queue = (ctx: Context, who: RawBuilder<unknown>) => sql`
  insert into digest (person_id, day)
  select a.person_id, ${dayOf(ctx.now)}::date from account a join person p on p.id = a.person_id
  where a.disabled_at is null and p.email is not null and ${who}
  on conflict do nothing`;

/** Days for which it is kept that a letter went. */
const KEPT = 90;

/** The letters of a working day: everybody's who wants one daily and, on the first working day of a week, weekly. */
export async function queueDay(tx: WriteDb, ctx: Context): Promise<number> {
  const today = sql`${dayOf(ctx.now)}::date`;
  await sql`delete from digest where day < ${today} - ${sql.lit(KEPT)}::integer`.execute(tx);
  const first = sql`not exists (select from working_day w where w.works and w.day < ${today} and w.day >= date_trunc('week', ${today}::timestamp)::date)`;
  const { numAffectedRows } = await queue(
    ctx,
    sql`exists (select from working_day w where w.day = ${today} and w.works) and (a.digest = 'daily' or (a.digest = 'weekly' and ${first}))`,
  ).execute(tx);
  return Number(numAffectedRows ?? 0);
}

/** The letters of today of everybody who serves at some units. */
export async function queueOf(tx: WriteDb, ctx: Context, units: readonly number[]): Promise<number> {
  const { numAffectedRows } = await queue(
    ctx,
    sql`a.digest <> 'none' and exists (select from appointment t where t.person_id = a.person_id
      and t.unit_id = any (${[...units]}::integer[]) and t.valid @> ${dayOf(ctx.now)}::date)`,
  ).execute(tx);
  return Number(numAffectedRows ?? 0);
}

/** What of earlier days was not sent becomes a letter of today: nothing is lost, and nobody gets two. */
export async function carryOver(tx: WriteDb, ctx: Context): Promise<void> {
  const today = dayOf(ctx.now);
  await sql`insert into digest (person_id, day) select person_id, ${today}::date from digest where done_at is null and day < ${today}::date
    on conflict do nothing`.execute(tx);
  await sql`delete from digest where done_at is null and day < ${today}::date`.execute(tx);
}

/** Takes the next letter in hand, before anybody else can; undefined when none waits. */
export async function claimNext(tx: WriteDb, ctx: Context): Promise<Claimed | undefined> {
  const { rows } = await sql<Claimed>`
    with next as (
      select person_id, day from digest where day = ${dayOf(ctx.now)}::date and done_at is null
        and (tried_at is null or tried_at < ${ctx.now}::timestamptz - ${TRIED})
      order by tried_at nulls first, person_id limit 1 for update skip locked)
    update digest d set tried_at = ${ctx.now}
    from next, person p left join account a on a.person_id = p.id
    where d.person_id = next.person_id and d.day = next.day and p.id = d.person_id
    returning d.person_id as "personId", d.day, p.full_name as name, case when a.disabled_at is null then p.email end as email,
      coalesce(a.language, 'vi') as language, coalesce(a.digest, 'none') as choice`.execute(tx);
  return rows[0];
}

export async function finish(
  tx: WriteDb,
  ctx: Context,
  of: { personId: number; day: string; lines: number },
): Promise<void> {
  const done = tx.updateTable('digest').set({ done_at: ctx.now, lines: of.lines });
  await done.where('person_id', '=', of.personId).where('day', '=', of.day).execute();
}

export async function setDigest(tx: WriteDb, personId: number, digest: DigestChoice): Promise<void> {
  await tx.updateTable('account').set({ digest }).where('person_id', '=', personId).execute();
}
