import { sql } from 'kysely';
import type { Language } from '#platform/i18n.ts';
import { type Context, dayOf, type ReadDb } from '#platform/server/context.ts';
import { rowsOf } from '#platform/server/db.ts';

/** What a letter about a mention names. */
export interface MentionLetter {
  initiativeId: number;
  code: string;
  author: string;
  name: string;
  email: string;
  language: Language;
}

/**
 * The letter of a mention, asked by the system; undefined when there is none to send: no proven address, read or withdrawn since,
 * no reader of it any more, or told of this record before and not read yet. One query.
 */
export async function letterOf(
  db: ReadDb,
  ctx: Context,
  { commentId, personId }: { commentId: number; personId: number },
): Promise<MentionLetter | undefined> {
  const rows = await rowsOf(
    db,
    sql<MentionLetter>`
      select i.id as "initiativeId", i.code, c.author_name as author, p.full_name as name, p.email, a.language
      from comment_mention m join comment c on c.id = m.comment_id join initiative i on i.id = c.initiative_id
      join person p on p.id = m.person_id join account a on a.person_id = p.id
      where m.comment_id = ${commentId} and m.person_id = ${personId} and m.read_at is null and c.withdrawn_at is null
        and a.disabled_at is null and p.email is not null
        and exists (select from comment_readers(i.id, ${dayOf(ctx.now)}::date) f where f.person_id = p.id
          and case c.visibility when 'readers' then true when 'officers' then f.as_officer else c.unit_id = any (f.seats) end)
        and not exists (select from comment_mention before join comment b on b.id = before.comment_id
          where before.person_id = p.id and before.read_at is null and b.initiative_id = i.id and b.id < c.id and b.withdrawn_at is null)`,
  );
  return rows[0];
}
