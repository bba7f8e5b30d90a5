import { sql } from 'kysely';
import type { LineRow, LineSource } from '#modules/people/duty/server/queries.ts';

/** Records where this person is named and has not said that they have read it: a line each. */
export const mentionLines = (): LineSource => ({
  lines: sql<LineRow>`
    select 'read_comment' as kind, initiative_id as id, 1 as count, min(name) as name, (array_agg(author_name order by at))[1] as whose,
      '' as where, min(at) as since, null::date as due_on
    from mentions_waiting() group by initiative_id`,
  href: ({ id }) => `/office/initiatives/${id}/comments`,
});
