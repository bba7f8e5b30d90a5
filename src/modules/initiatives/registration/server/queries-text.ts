import { type RawBuilder, sql } from 'kysely';
import type { ReadDb } from '#platform/server/context.ts';
import { rowsOf } from '#platform/server/db.ts';
import { plainText } from '#platform/vietnamese.ts';
import { COUNTED_TO } from '../rules-list.ts';
import type { RegistrationFilter } from '../schema-filter.ts';

/** Up to this many hits a search goes by their ids; a more frequent phrase is found by walking the rows. */
const HITS = COUNTED_TO.search;

/**
 * The table `found`, of one row: the newest registrations within scope whose text holds a needle, one more than are counted. Where
 * it stands nowhere as typed, those that hold each of its words, in whatever order.
 */
export function hitsOf(needle: string, cycle?: RawBuilder<number>) {
  const phrase = sql`registration_hits(${needle}, ${HITS + 1}, ${cycle ?? null}::integer)`;
  const words = scattered(needle, cycle);
  if (!words) return sql`found as materialized (select ${phrase} as hits)`;
  return sql`phrase as materialized (select ${phrase} as hits),
    found as materialized (select case when cardinality(hits) > 0 then hits else ${words} end as hits from phrase)`;
}

// Shorter words stand in every text, and no index knows them.
const LETTERS_MIN = 3;
const WORDS_MAX = 8;

/** The registrations that hold each of several words: those of the rarest word that hold the others too. */
function scattered(needle: string, cycle?: RawBuilder<number>): RawBuilder<unknown> | undefined {
  const words = [...new Set(needle.split(' '))].slice(0, WORDS_MAX);
  const long = words.filter((word) => word.length >= LETTERS_MIN);
  if (words.length < 2 || long.length === 0) return undefined;
  const rarest = sql`(select hits from unnest(${long}::text[]) word,
    lateral (select registration_hits(word, ${HITS + 1}, ${cycle ?? null}::integer) as hits) of_word order by cardinality(hits) limit 1)`;
  const all = sql`array(select registration_id from similar_hits(${long}::text[], ${HITS}) where times = ${long.length}::integer)`;
  const each = words.map((word) =>
    word.length < LETTERS_MIN ? sql`' ' || r.plain_text || ' ' like ${`% ${word} %`}` : holds(word),
  );
  return sql`array(
    select r.id from (select ${rarest} as hits) rarest,
      unnest(case when cardinality(rarest.hits) <= ${HITS}::integer then rarest.hits else ${all} end) hit(id)
    join registration r on r.id = hit.id
    where ${sql.join(each, sql` and `)} and r.cycle_id = coalesce(${cycle ?? null}::integer, r.cycle_id))`;
}

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
