import { type RawBuilder, sql } from 'kysely';
import type { Level } from '#modules/organisations/unit/rules.ts';
import { type UnitToday, unitToday } from '#modules/organisations/unit/server/queries-names.ts';
import { refuse } from '#platform/refusal.ts';
import type { ReadDb } from '#platform/server/context.ts';
import { rowsOf } from '#platform/server/db.ts';
import { plainText } from '#platform/vietnamese.ts';
import type { ReadingPart } from '../rules.ts';
import type { LibraryFilter } from '../schema.ts';
import { PLACE_THEN } from './queries-place.ts';

/** A published model in a list, as it was recognised last. The registrant is named only where that was agreed. */
export interface PublishedLine {
  id: number;
  code: string;
  name: string;
  registrant: string | null;
  unitId: number;
  /** The unit and the one above it as they were called in the year of the recognition. */
  unit: string | null;
  parent: string | null;
  fieldId: number;
  fieldVi: string;
  fieldEn: string;
  years: number[];
}

export interface PublishedModel extends PublishedLine {
  subject: 'collective' | 'individual';
  /** The unit itself while it stands, or what has become of it. */
  unitToday: UnitToday | null;
  parts: Record<ReadingPart, string>;
  /** Latest first; days are `yyyy-mm-dd`. */
  recognitions: { year: number; level: Level; number: string; decidedOn: string; unit: string | null }[];
  news: { slug: string; title: string; publishedOn: string }[];
}

export interface LibraryPage {
  lines: PublishedLine[];
  total: number;
  /** How many models come before this page. */
  before: number;
  previous: number | null;
  next: number | null;
}

const LIBRARY_PAGE = 20;
const MOST_HITS = 50_000;

const LINE = sql`p.id, p.code, without_person(p.id, v.name) as name, p.public_registrant as registrant,
  p.keeper_unit_id as "unitId", n.name as unit, pn.name as parent, f.id as "fieldId", f.name_vi as "fieldVi", f.name_en as "fieldEn",
  array(select distinct c.year from registration r join cycle c on c.id = r.cycle_id
    where r.initiative_id = p.id and r.state = 'recognised' and r.published_at is not null order by c.year) as years`;
const AROUND = sql`join initiative_version v on v.id = p.version_id join field f on f.id = p.field_id ${PLACE_THEN}`;

function conditions(filter: LibraryFilter): RawBuilder<unknown> {
  const recognised = [sql`r.initiative_id = i.id and r.state = 'recognised' and r.published_at is not null`];
  if (filter.linh_vuc) recognised.push(sql`r.field_id = ${filter.linh_vuc}`);
  if (filter.nam) recognised.push(sql`r.cycle_id in (select id from cycle where year = ${filter.nam})`);
  if (filter.don_vi) {
    recognised.push(sql`r.keeper_unit_id = any (array(select under.id from unit under, unit root
      where root.id = ${filter.don_vi} and under.path_today <@ root.path_today))`);
  }
  const where = [
    sql`i.published_at is not null and exists (select from registration r where ${sql.join(recognised, sql` and `)})`,
  ];
  const needle = plainText(filter.q ?? '');
  if (needle !== '') where.push(sql`i.id in (select unnest(published_hits(${needle}, ${MOST_HITS})))`);
  // Typed, but nothing in it that could be looked for: no model holds it.
  else if (filter.q) where.push(sql`false`);
  return sql.join(where, sql` and `);
}

type Row = PublishedLine & { total: number; before: number };

/** Published models that match, newest first, twenty a page; one query whatever the filter. */
export async function listPublished(db: ReadDb, filter: LibraryFilter, size = LIBRARY_PAGE): Promise<LibraryPage> {
  const backwards = !filter.sau && filter.truoc !== undefined;
  const place = backwards
    ? sql`where id > ${filter.truoc} order by id`
    : sql`where ${filter.sau ?? null}::integer is null or id < ${filter.sau ?? null} order by id desc`;
  const rows = await rowsOf(
    db,
    sql<Row>`
      with matching as materialized (select i.id from initiative i where ${conditions(filter)}),
        page as materialized (select id from matching ${place} limit ${size + 1})
      select ${LINE}, (select count(*) from matching) as total,
        (select count(*) from matching where id > (select max(id) from page)) as before
      from page join published_initiative p using (id) ${AROUND} order by p.id desc`,
  );
  const isMore = rows.length > size;
  const shown = backwards && isMore ? rows.slice(1) : rows.slice(0, size);
  const before = (rows[0]?.before ?? 0) + (backwards && isMore ? 1 : 0);
  const isLast = before + shown.length >= (rows[0]?.total ?? 0);
  return {
    lines: shown.map(({ total: _total, before: _before, ...line }) => line),
    total: rows[0]?.total ?? 0,
    before,
    previous: before > 0 ? (shown[0]?.id ?? null) : null,
    next: isLast ? null : (shown.at(-1)?.id ?? null),
  };
}

/** The latest published models whose whole form is there to be read, and how many models are published in all. */
export async function latestModels(db: ReadDb, limit: number): Promise<{ lines: PublishedLine[]; total: number }> {
  const rows = await rowsOf(
    db,
    sql<PublishedLine & { total: number }>`
      with latest as materialized (
        select p.id from published_initiative p join initiative_version v on v.id = p.version_id
        order by v.reason = '', p.published_at desc, p.id desc limit ${limit})
      select ${LINE}, (select count(*) from initiative i where ${conditions({})}) as total
      from latest join published_initiative p using (id) ${AROUND}
      order by v.reason = '', p.published_at desc, p.id desc`,
  );
  return { lines: rows.map(({ total: _total, ...line }) => line), total: rows[0]?.total ?? 0 };
}

const PART = (name: ReadingPart) => sql`${sql.lit(name)}, without_person(p.id, v.${sql.ref(name)})`;

/** One published model by its code, as it was recognised last; anything else is missing. */
export async function publishedModel(db: ReadDb, code: string, today: string): Promise<PublishedModel> {
  if (!/^[\p{L}\d-]{1,40}$/u.test(code)) refuse('missing', 'library.missing');
  const rows = await rowsOf(
    db,
    sql<PublishedModel>`
      select ${LINE}, p.subject, ${unitToday(sql.ref('p.keeper_unit_id'), today)} as "unitToday",
        json_build_object(${PART('reason')}, ${PART('objectives')}, ${PART('content')}, ${PART('outputs')}, ${PART('place')},
          ${PART('forces')}, ${PART('resources')}, ${PART('sustaining')}) as parts,
        (select coalesce(json_agg(json_build_object('year', c.year, 'level', r.level, 'number', d.number, 'decidedOn', d.decided_on, 'unit', coalesce(
              (select dn.name from unit_name dn where dn.unit_id = d.unit_id and dn.valid @> d.decided_on),
              (select dn.name from unit_name dn where dn.unit_id = d.unit_id and upper_inf(dn.valid))))
            order by c.year desc, d.decided_on desc, r.id), '[]')
          from registration r join cycle c on c.id = r.cycle_id join decision d on d.id = r.recognised_by
          where r.initiative_id = p.id and r.state = 'recognised' and r.published_at is not null) as recognitions,
        (select coalesce(json_agg(json_build_object('slug', a.slug, 'title', a.title, 'publishedOn', a.published_on) order by a.published_on desc, a.id), '[]')
          from article_initiative ai join article a on a.id = ai.article_id
          where ai.initiative_id = p.id and a.published_on <= ${today}::date) as news
      from published_initiative p ${AROUND} where p.code = ${code}`,
  );
  return rows[0] ?? refuse('missing', 'library.missing');
}
