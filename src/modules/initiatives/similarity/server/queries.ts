import { sql } from 'kysely';
import { nameUntil } from '#modules/organisations/unit/server/queries-names.ts';
import { publicScope } from '#modules/people/scope/rules.ts';
import { type Context, dayOf, type ReadDb } from '#platform/server/context.ts';
import { read, rowsOf } from '#platform/server/db.ts';
import { fold } from '#platform/vietnamese.ts';
import { withinScope } from '../../registration/server/queries.ts';
import { PLACE_NAMES } from '../../registration/server/queries-names.ts';
import { compare, documentOf } from '../rules.ts';
import { needlesOf } from '../rules-needles.ts';

/** What near-duplicates are looked for. */
export interface About {
  name: string;
  content: string;
  place: string;
  unitId: number;
  registrantName: string;
  cycleId: number;
  levels: readonly string[];
  /** The model itself, which is no duplicate of its own; 0 for a new one. */
  initiativeId: number;
}

/** A model that is taken for the same. */
export interface Similar {
  id: number;
  code: string;
  name: string;
  content: string;
  place: string;
  registrant: string | null;
  unit: string | null;
  /** The year of its last registration; null of one that is known from the public pages alone. */
  cycle: string | null;
  score: number;
  /** Known to the reader from the public pages alone. */
  isPublic: boolean;
  /** Whether what is sent may be a further year of it: the same registrant's, and not registered in that year yet. */
  continuable: boolean;
}

type Candidate = Omit<Similar, 'score' | 'isPublic'>;

const MOST = 5;
/** So many are compared at most, and so many of the registrant's own. */
const CANDIDATES = sql.lit(150);
const OWN = sql.lit(50);
/** So many characters of a text are compared and shown: enough to tell what it is about. */
const LENGTH = sql.lit(600);

/**
 * The models that are taken for the same, the most alike first: within the reader's scope, and, of those outside, what has been
 * published. Two queries, each in a transaction of its own, one after the other: called within one, it would hold a connection while
 * it waits for the next, and as many readers as there are connections would wait for ever. The verdict is that of `kheo similar`.
 */
export async function similarTo(ctx: Context, about: About): Promise<Similar[]> {
  const doc = documentOf({ title: about.name, content: about.content.slice(0, 600), place: about.place });
  const needles = needlesOf(doc);
  const within = await read(ctx, (db) => candidates(db, ctx, about, needles));
  const known = new Set(within.map((each) => each.id));
  const published = await read({ ...ctx, scope: publicScope() }, (db) => publicCandidates(db, ctx, needles));
  const all = [
    ...within.map((each) => ({ ...each, isPublic: false })),
    ...published.filter((each) => !known.has(each.id)).map((each) => ({ ...each, isPublic: true })),
  ];
  return all
    .filter((each) => each.id !== about.initiativeId)
    .map((each) => ({ ...each, ...compare(doc, documentOf({ title: each.name, ...each, place: placeOf(each) })) }))
    .filter((each) => each.verdict === 'same')
    .sort((one, other) => Number(other.continuable) - Number(one.continuable) || other.score - one.score)
    .slice(0, MOST)
    .map(({ verdict: _verdict, ...similar }) => similar);
}

const placeOf = ({ place, unit }: Candidate) => [place, unit].filter(Boolean).join(', ');

function candidates(db: ReadDb, ctx: Context, about: About, needles: readonly string[]): Promise<Candidate[]> {
  const { unitId, cycleId, levels } = about;
  return rowsOf(
    db,
    sql<Candidate>`
      with own as materialized (
        select id from registrant where unit_id = ${unitId} and plain_name = ${fold(about.registrantName)}),
      near as materialized (
        select distinct on (r.initiative_id) r.*, times from (
          select registration_id as id, times from similar_hits(${needles}::text[], ${CANDIDATES})
          union all
          (select r.id, 1000 from registration r where r.registrant_id = any (array(select id from own)) order by r.id desc limit ${OWN})
        ) found join registration r using (id)
        where r.state not in ('annulled', 'withdrawn') and ${withinScope(ctx.scope)}
        order by r.initiative_id, times desc, r.id desc)
      select i.id, i.code, v.name, left(coalesce(nullif(v.content, ''), v.objectives), ${LENGTH}) as content, left(v.place, ${LENGTH}) as place, g.name as registrant, un.name as unit,
        c.code as cycle,
        i.registrant_id = any (array(select id from own)) and r.keeper_unit_id = ${unitId} and not exists (
          select from registration t where t.initiative_id = i.id and t.cycle_id = ${cycleId} and t.state <> 'annulled'
            and t.level = any (${levels}::text[])) as continuable
      from near r
      join initiative i on i.id = r.initiative_id
      join initiative_version v on v.id = r.version_id
      join cycle c on c.id = r.cycle_id
      left join registrant g on g.id = r.registrant_id
      ${PLACE_NAMES}`,
  );
}

/**
 * As strangers see them: what was recognised and published, without the names of persons who stay unnamed, by which nothing is
 * found either. Taking names out is slow, so it is done in one go, and for those models alone that are a person's.
 */
async function publicCandidates(db: ReadDb, ctx: Context, needles: readonly string[]): Promise<Candidate[]> {
  const rows = await rowsOf(
    db,
    sql<Omit<Candidate, 'name' | 'content' | 'place'> & { text: string }>`
      with hit as materialized (
        select distinct r.initiative_id as id from similar_hits(${needles}::text[], ${CANDIDATES}) found
        join registration r on r.id = found.registration_id),
      model as materialized (
        select p.id, p.code, p.subject, p.public_registrant, p.keeper_unit_id,
          concat_ws(E'\x1F', v.name, left(coalesce(nullif(v.content, ''), v.objectives), ${LENGTH}), left(v.place, ${LENGTH})) as text
        from hit join published_initiative p using (id) join initiative_version v on v.id = p.version_id)
      select id, code, case when subject = 'individual' and public_registrant is null then without_person(id, text) else text end as text,
        public_registrant as registrant, ${nameUntil(sql.ref('keeper_unit_id'), dayOf(ctx.now))} as unit,
        null::text as cycle, false as continuable
      from model`,
  );
  return rows.map(({ text, ...rest }) => {
    const [name = '', content = '', place = ''] = text.split('\x1F');
    return { ...rest, name, content, place };
  });
}

/** What was answered when a model was sent, latest first; `name` is null of a model that the reader may not see. */
export interface GivenAnswer {
  code: string;
  otherId: number | null;
  name: string | null;
  answer: 'continues' | 'different';
  reason: string;
  by: string;
  at: Date;
}

export function answersFor(db: ReadDb, initiativeId: number): Promise<GivenAnswer[]> {
  return rowsOf(
    db,
    sql<GivenAnswer>`
      select a.other_code as code, o.id as "otherId", o.name, a.answer, a.reason, a.answered_by_name as by, a.answered_at as at
      from similarity_answer a left join initiative o on o.code = a.other_code
      where a.initiative_id = ${initiativeId} order by a.id desc limit 50`,
  );
}
