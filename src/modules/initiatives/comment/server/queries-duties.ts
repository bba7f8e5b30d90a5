import { sql } from 'kysely';
import type { LineRow, LineSource } from '#modules/people/duty/server/queries.ts';
import type { Context } from '#platform/server/context.ts';

/** Records where this person is named and has not said that they have read it: a line each. */
export const mentionLines = (ctx: Context): LineSource => ({
  lines: sql<LineRow>`
    select 'read_comment' as kind, i.id, 1 as count, min(i.name) as name, (array_agg(c.author_name order by c.id))[1] as whose, '' as where,
      min(c.at) as since, null::date as due_on
    from comment_mention m join comment c on c.id = m.comment_id and c.withdrawn_at is null join initiative i on i.id = c.initiative_id
    where m.person_id = ${ctx.actor.id}::integer and m.read_at is null group by i.id`,
  href: ({ id }) => `/office/initiatives/${id}/comments`,
});
