import { type RawBuilder, sql } from 'kysely';
import type { ReadDb } from '#platform/server/context.ts';
import { rowsOf } from '#platform/server/db.ts';
import { plainText } from '#platform/vietnamese.ts';
import { COUNTED_TO } from '../rules-list.ts';
import type { RegistrationFilter } from '../schema-filter.ts';

/** Up to this many hits a search goes by their ids; a more frequent phrase is found by walking the rows. */
const HITS = COUNTED_TO.search;

/** The table `found`, of one row: the newest registrations within scope whose text holds a needle, one more than are counted. */
export const hitsOf = (needle: string, cycle?: RawBuilder<number>) =>
  sql`found as materialized (select registration_hits(${needle}, ${HITS + 1}, ${cycle ?? null}::integer) as hits)`;

export const AMONG_HITS = sql<boolean>`r.id = any ((select hits from found)::integer[])`;
export const HIT_COUNT = sql<number>`(select cardinality(hits) from found)`;
export const FREQUENT = sql<boolean>`(select cardinality(hits) > ${HITS} from found)`;

/** The same by the text of each row; `plainText` leaves nothing in a needle that \`like\` would read as a sign. */
export const holds = (needle: string) => sql<boolean>`r.plain_text like ${`%${needle}%`}`;

/** What a line with the filter's text meets, for who reads all of them; asks for the hits first. */
export async function matching(db: ReadDb, { q, cycle }: RegistrationFilter): Promise<RawBuilder<unknown>> {
  if (q === undefined) return sql`true`;
  const needle = plainText(q);
  if (needle === '') return sql`false`;
  const hitsOfAll = hitsOf(needle, cycle ? sql`${cycle}` : undefined);
  const [row] = await rowsOf(db, sql<{ hits: number[] }>`with ${hitsOfAll} select hits from found`);
  const hits = row?.hits ?? [];
  return hits.length > HITS ? holds(needle) : sql`r.id = any (${hits}::integer[])`;
}
