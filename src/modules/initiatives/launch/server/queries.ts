import { type RawBuilder, sql } from 'kysely';
import { nameUntil } from '#modules/organisations/unit/server/queries-names.ts';
import { type Reason, refuse } from '#platform/refusal.ts';
import { type Context, dayOf, type ReadDb } from '#platform/server/context.ts';
import { rowsOf } from '#platform/server/db.ts';
import { fold } from '#platform/vietnamese.ts';
import { mayLaunch, mayOpen, openingUnits } from '../policy.ts';
import type { Launch, LaunchFile, Opening } from '../rules.ts';
import type { OpeningFilter } from '../schema.ts';

const OPENINGS_PAGE = 50;

/** A launch reaches who sent it and everybody under; the session's scope once more, beside row security. */
const REACHES = sql`(scope_is_all() or scope_hears(l.unit_id))`;

const columns = (today: string): RawBuilder<unknown> => sql`
  l.id, l.cycle_id as "cycleId", c.code as cycle, c.movement_id as "movementId", m.name_vi as "movementVi", m.name_en as "movementEn",
  l.unit_id as "unitId", ${nameUntil(sql`l.unit_id`, today)} as unit, u.path_today::text as path, l.title, l.words,
  l.launched_by_name as "launchedByName", l.launched_at as "launchedAt", l.taken_back_at as "takenBackAt",
  l.taken_back_by_name as "takenBackByName", l.taken_back_reason as "takenBackReason"`;
const FROM = sql`launch l join cycle c on c.id = l.cycle_id join movement m on m.id = c.movement_id join unit u on u.id = l.unit_id`;

export type LaunchLine = Launch & { waits: boolean; opened: number; units: number };

/** What reaches the reader, the latest first, at most 200: whether a unit of theirs has yet to open it, and how many have. */
export async function listLaunches(db: ReadDb, ctx: Context): Promise<LaunchLine[]> {
  const today = dayOf(ctx.now);
  const rows = await rowsOf(
    db,
    sql<Launch & { opened: number; units: number; by: number[] }>`
      select ${columns(today)}, (select count(*)::integer from ${underL(today)}) as units,
        (select count(*)::integer from launch_opening o where o.launch_id = l.id) as opened,
        array(select o.unit_id from launch_opening o where o.launch_id = l.id and o.unit_id = any (scope_roots())) as by
      from ${FROM} where ${REACHES} order by l.id desc limit 200`,
  );
  return rows.map(({ by, ...row }) => ({
    ...row,
    waits: row.takenBackAt === null && openingUnits(ctx.actor, row).some((unit) => !by.includes(unit)),
  }));
}

/** The units that stand under the launching one today, as far as the reader sees units' doings. */
const underL = (
  today: string,
): RawBuilder<unknown> => sql`unit below join unit_name n on n.unit_id = below.id and n.valid @> ${today}::date
  where below.path_today <@ u.path_today and below.id <> u.id
    and (scope_is_all() or below.id = any ((select scope_units())::integer[]))`;

export interface LaunchPage {
  launch: Launch;
  files: LaunchFile[];
  /** Nothing of it is shown before the reader's unit has opened it. */
  opens: boolean;
  openings: Opening[];
  counts: { units: number; opened: number; found: number };
  pages: number;
  mayTakeBack: true | Reason;
  /** Whether the reader opens it for a unit at all. */
  mayOpen: true | Reason;
}

/** One launch with who has opened it under the reader's eyes; refuses (404) what does not reach them. Three queries. */
export async function launchPage(db: ReadDb, ctx: Context, id: number, filter: OpeningFilter): Promise<LaunchPage> {
  const launch = await launchById(db, ctx, id);
  const today = dayOf(ctx.now);
  const files = await rowsOf(
    db,
    sql<LaunchFile>`select id, name, type, size from launch_file where launch_id = ${id} order by id`,
  );
  const shown =
    filter.show === undefined
      ? sql`true`
      : filter.show === 'opened'
        ? sql`"openedAt" is not null`
        : sql`"openedAt" is null`;
  const named = filter.q === undefined ? sql`true` : sql`position(${fold(filter.q)} in plain) > 0`;
  const [row] = await rowsOf(
    db,
    sql<{
      units: number;
      opened: number;
      found: number;
      mine: number[];
      openings: (Omit<Opening, 'openedAt'> & { openedAt: string | null })[];
    }>`
      with told as materialized (
        select below.id as "unitId", n.name as unit, n.plain_name as plain, pn.name as parent, o.person_name as "personName", o.opened_at as "openedAt",
          below.path_today as path, c.code
        from unit u, unit below join unit_name n on n.unit_id = below.id and n.valid @> ${today}::date
        left join unit_parent p on p.unit_id = below.id and p.valid @> ${today}::date
        left join unit_name pn on pn.unit_id = p.parent_id and pn.valid @> ${today}::date
        left join unit_code c on c.unit_id = below.id and c.valid @> ${today}::date
        left join launch_opening o on o.launch_id = ${id} and o.unit_id = below.id
        where u.id = ${launch.unitId} and below.path_today <@ u.path_today and below.id <> u.id
          and (scope_is_all() or below.id = any ((select scope_units())::integer[]))),
      found as (select * from told where ${shown} and ${named})
      select (select count(*)::integer from told) as units, (select count("openedAt")::integer from told) as opened,
        (select count(*)::integer from found) as found,
        array(select "unitId" from told where "openedAt" is not null and "unitId" = any (scope_roots())) as mine,
        (select coalesce(json_agg(json_build_object('unitId', "unitId", 'unit', unit, 'parent', parent, 'personName', "personName", 'openedAt', "openedAt")
            order by nlevel(path), code, "unitId"), '[]')
          from (select * from found order by nlevel(path), code, "unitId" limit ${OPENINGS_PAGE} offset ${((filter.page ?? 1) - 1) * OPENINGS_PAGE}) page) as openings`,
  );
  const { units = 0, opened = 0, found = 0, mine = [], openings = [] } = row ?? {};
  return {
    launch,
    files,
    opens: launch.takenBackAt === null && openingUnits(ctx.actor, launch).some((unit) => !mine.includes(unit)),
    openings: openings.map((each) => ({ ...each, openedAt: each.openedAt === null ? null : new Date(each.openedAt) })),
    counts: { units, opened, found },
    pages: Math.max(1, Math.ceil(found / OPENINGS_PAGE)),
    mayTakeBack: mayLaunch(ctx.actor, launch),
    mayOpen: mayOpen(ctx.actor, launch),
  };
}

/** One launch that reaches the reader, or a refusal (404). */
export async function launchById(db: ReadDb, ctx: Context, id: number): Promise<Launch> {
  const [launch] = await rowsOf(
    db,
    sql<Launch>`select ${columns(dayOf(ctx.now))} from ${FROM} where l.id = ${id} and ${REACHES}`,
  );
  return launch ?? refuse('missing', 'refusal.missing');
}

/** One of its papers with the bytes; refuses (404) what is not there, was taken back, or does not reach the reader. */
export async function launchFileOf(db: ReadDb, id: number, fileId: number) {
  const [file] = await rowsOf(
    db,
    sql<{ name: string; type: string; bytes: Uint8Array }>`
      select f.name, f.type, f.bytes from launch_file f join launch l on l.id = f.launch_id
      where f.id = ${fileId} and l.id = ${id} and l.taken_back_at is null and ${REACHES}`,
  );
  return file ?? refuse('missing', 'refusal.missing');
}
