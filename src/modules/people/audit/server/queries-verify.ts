import type pg from 'pg';
import { ANONYMISE } from '../rules.ts';

/** What is wrong with the first link that does not hold. */
export type Break =
  | 'seal_missing'
  | 'event_missing'
  | 'body_changed'
  | 'rows_changed'
  | 'emptied_unrecorded'
  | 'link_changed'
  | 'foreign_event';

export interface Proof {
  /** Seals walked, up to the broken one. */
  sealed: number;
  /** Events that wait for their seal; they prove nothing yet. */
  unsealed: number;
  /** Sealed events whose body was taken out by a recorded act. */
  emptied: number;
  /** The last seal, in hexadecimal: written down elsewhere it proves later that nothing before it was rewritten. */
  head: { position: number; link: string } | null;
  /** A foreign event stands at no position; of a missing seal nobody knows the event. */
  broken: { position: number | null; eventId: number | null; what: Break } | null;
}

const BATCH = 20_000;
type Place = { position: number; link: Buffer };

// One batch of seals after a known one, each with what is wrong with it; facts over the body, rows, then the link.
const WALK = `
  with part as materialized (
    select position, event_id, link from audit_seal where position > $1 order by position limit ${BATCH}),
  placed as (
    select *, coalesce(lag(position) over w, $1) as place_before, coalesce(lag(link) over w, $2) as link_before from part window w as (order by position)),
  checked as (
    select p.position, p.event_id, p.link, e.salt is null as emptied, case
      when p.place_before <> p.position - 1 then 'seal_missing'
      when e.id is null then 'event_missing'
      when audit_digest(e) <> e.digest then 'body_changed'
      when e.salt is not null and audit_body_digest(e.salt, e.actor_name, e.before, e.after) <> e.body_digest then 'body_changed'
      when e.salt is null and (e.before is not null or e.after is not null or e.actor_name <> '') then 'body_changed'
      when e.salt is null and not exists (select from audit_event why
        where why.subject_kind = 'audit_event' and why.subject_id = e.id and why.act = '${ANONYMISE}') then 'emptied_unrecorded'
      when coalesce(e.rows_digest, encode(sha256(''), 'hex')) <> encode(sha256(coalesce(convert_to((
        select string_agg(r.subject_id::text, ',' order by r.subject_id) from audit_row r where r.event_id = e.id), 'UTF8'), '')), 'hex')
        then 'rows_changed'
      when sha256(p.link_before || e.digest) <> p.link then 'link_changed'
    end as what, p.place_before
    from placed p left join audit_event e on e.id = p.event_id),
  first as (select position, event_id, what, place_before from checked where what is not null order by position limit 1),
  good as (select count(*)::int as walked, count(*) filter (where emptied)::int as emptied, max(position)::bigint as last from checked
    where position < coalesce((select position from first), 9223372036854775807))
  select good.*, first.position, first.event_id, first.what, first.place_before, (select link from part where position = good.last) as link
  from good left join first on true`;

interface Walked {
  walked: number;
  emptied: number;
  last: string | null;
  link: Buffer | null;
  position: string | null;
  event_id: string | null;
  what: Break | null;
  place_before: string | null;
}

/**
 * Walks the chain from after `from` (its beginning by default), a batch at a time, and stops at the first link that does not
 * hold. Asked on a connection of the owner, or of the application with everything in scope.
 */
export async function verifyAudit(client: pg.ClientBase, from?: Place): Promise<Proof> {
  await client.query(`begin isolation level repeatable read read only; set local kheo.scope_all = 'on'`);
  try {
    return await walk(client, from ?? { position: 0, link: Buffer.alloc(0) });
  } finally {
    await client.query('rollback');
  }
}

async function walk(client: pg.ClientBase, from: Place): Promise<Proof> {
  let head = from;
  let [sealed, emptied] = [0, 0];
  let broken: Proof['broken'] = null;
  for (;;) {
    const { rows } = await client.query<Walked>(WALK, [head.position, head.link]);
    const part = rows[0] as Walked;
    sealed += part.walked;
    emptied += part.emptied;
    if (part.link) head = { position: Number(part.last), link: part.link };
    if (part.what) broken = await named(client, part, head);
    if (part.walked < BATCH) break;
  }
  const outside = await waiting(client);
  broken ??= outside.foreign === null ? null : { position: null, eventId: outside.foreign, what: 'foreign_event' };
  const last = head.position > 0 ? { position: head.position, link: head.link.toString('hex') } : null;
  return { sealed, unsealed: outside.unsealed, emptied, head: last, broken };
}

/** Where the next link follows from this one, this one is as it was made: then the event has changed together with its digest. */
async function named(client: pg.ClientBase, part: Walked, head: Place): Promise<NonNullable<Proof['broken']>> {
  const what = part.what as Break;
  if (what === 'seal_missing') return { position: Number(part.place_before) + 1, eventId: null, what };
  const at = { position: Number(part.position), eventId: Number(part.event_id) };
  if (what !== 'link_changed') return { ...at, what };
  const { rowCount } = await client.query(
    `select from audit_seal s join audit_seal next on next.position = s.position + 1 join audit_event e on e.id = next.event_id
      where s.position = $1 and next.link = sha256(s.link || e.digest) and s.position = $2 + 1`,
    [at.position, head.position],
  );
  return { ...at, what: rowCount ? 'body_changed' : what };
}

/** How many events wait, and the first of them that cannot: its transaction was over, says the last seal, when that was made. */
async function waiting(client: pg.ClientBase): Promise<{ unsealed: number; foreign: number | null }> {
  const { rows } = await client.query<{ unsealed: number; foreign: string | null }>(`
    with last as (select horizon from audit_seal order by position desc limit 1)
    select count(*)::int as unsealed, min(e.id) filter (where e.xid < (select horizon from last)
      and (select horizon from last) <= pg_snapshot_xmax(pg_current_snapshot())) as foreign
    from audit_event e where not exists (select from audit_seal s where s.event_id = e.id)`);
  const [row] = rows;
  return { unsealed: row?.unsealed ?? 0, foreign: row?.foreign ? Number(row.foreign) : null };
}

const SENTENCES: Record<Break, string> = {
  seal_missing: 'a seal is missing here',
  event_missing: 'the event is missing',
  body_changed: 'the event was changed after it was written',
  rows_changed: 'the rows that the act touched were changed',
  emptied_unrecorded: 'its body was taken out and no act says so',
  link_changed: 'the link does not follow from the one before and the event',
  foreign_event: 'it stands outside the chain, among transactions that were sealed before it came',
};

/** A sentence on the first broken link. */
export function sayBroken({ position, eventId, what }: NonNullable<Proof['broken']>): string {
  const place = [position !== null && `position ${position}`, eventId !== null && `event ${eventId}`].filter(Boolean);
  return `The audit is broken at ${place.join(', ')}: ${SENTENCES[what]}.`;
}
