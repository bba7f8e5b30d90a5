import { sql } from 'kysely';
import { PLACE_THEN } from '#modules/portal/library/server/queries-place.ts';
import { refuse } from '#platform/refusal.ts';
import type { ReadDb } from '#platform/server/context.ts';
import { rowsOf } from '#platform/server/db.ts';
import type { PublishedFigure } from '../rules.ts';

/** A line of the news list; `publishedOn` is `yyyy-mm-dd`, `models` counts the published models that it names. */
export interface ArticleLine {
  slug: string;
  title: string;
  lead: string;
  publishedOn: string;
  readCount: number;
  models: number;
}

export interface NamedModel {
  code: string;
  name: string;
  unit: string | null;
  parent: string | null;
}

export interface Article extends Omit<ArticleLine, 'models'> {
  body: string;
  author: string;
  figure: PublishedFigure | null;
  named: NamedModel[];
}

const LINE = sql`a.slug, a.title, a.lead, a.published_on as "publishedOn", a.read_count as "readCount"`;

/** Published news up to `today` (`yyyy-mm-dd`), latest first, with the number of all; `except` leaves one out. */
export async function listArticles(
  db: ReadDb,
  today: string,
  { limit, offset = 0, except = '' }: { limit: number; offset?: number; except?: string },
): Promise<{ lines: ArticleLine[]; total: number }> {
  const rows = await rowsOf(
    db,
    sql<ArticleLine & { total: number }>`
      select ${LINE}, count(*) over () as total,
        (select count(*) from article_initiative ai join published_initiative p on p.id = ai.initiative_id where ai.article_id = a.id) as models
      from article a where a.published_on <= ${today}::date and a.slug <> ${except}
      order by a.published_on desc, a.id desc limit ${limit} offset ${offset}`,
  );
  return { lines: rows.map(({ total: _total, ...line }) => line), total: rows[0]?.total ?? 0 };
}

const FIGURE = sql`json_build_object('year', c.year, 'level', f.level, 'asOf', f.as_of, 'registered', f.registered, 'recognised', f.recognised,
  'previousRegistered', f.previous_registered, 'previousRecognised', f.previous_recognised,
  'definitionVi', f.definition_vi, 'definitionEn', f.definition_en)`;

/** An instant in JSON is text. */
const figureOf = (figure: PublishedFigure): PublishedFigure => ({ ...figure, asOf: new Date(figure.asOf) });

/** One article published by `today`, with its frozen figures and the published models that it names; else it is missing. */
export async function articleBySlug(db: ReadDb, slug: string, today: string): Promise<Article> {
  if (!/^[\p{L}\d-]{1,200}$/u.test(slug)) refuse('missing', 'article.missing');
  const rows = await rowsOf(
    db,
    sql<Article>`
      select ${LINE}, a.body, a.author,
        (select ${FIGURE} from published_figure f join cycle c on c.id = f.cycle_id where f.id = a.figure_id) as figure,
        (select coalesce(json_agg(json_build_object('code', p.code, 'name', without_person(p.id, v.name), 'unit', n.name, 'parent', pn.name) order by p.id), '[]')
          from article_initiative ai join published_initiative p on p.id = ai.initiative_id
          join initiative_version v on v.id = p.version_id
          ${PLACE_THEN}
          where ai.article_id = a.id) as named
      from article a where a.slug = ${slug} and a.published_on <= ${today}::date`,
  );
  const article = rows[0] ?? refuse('missing', 'article.missing');
  return { ...article, figure: article.figure && figureOf(article.figure) };
}

/** The figures made public last, with the news that carries them. */
export async function latestFigure(
  db: ReadDb,
  today: string,
): Promise<{ figure: PublishedFigure; news: { slug: string; title: string } | null } | undefined> {
  const rows = await rowsOf(
    db,
    sql<{ figure: PublishedFigure; news: { slug: string; title: string } | null }>`
      select ${FIGURE} as figure,
        (select json_build_object('slug', a.slug, 'title', a.title) from article a
          where a.figure_id = f.id and a.published_on <= ${today}::date order by a.published_on desc limit 1) as news
      from published_figure f join cycle c on c.id = f.cycle_id order by f.published_at desc, f.id desc limit 1`,
  );
  return rows[0] && { ...rows[0], figure: figureOf(rows[0].figure) };
}
