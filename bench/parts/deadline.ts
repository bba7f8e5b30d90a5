import { createHash, randomBytes } from 'node:crypto';
import { setTimeout as after } from 'node:timers/promises';
import { backendsOf, watchCpu } from '../cpu.ts';
import { NOW } from '../site.ts';
import { onDatabase, untilIdle } from '../sql.ts';
import { duration, type Line } from '../table.ts';
import type { World } from '../world.ts';
import { PARTS, TEXT } from './submit.ts';

const SENDERS = 300;
const DAY = NOW.slice(0, 10);

/** Somebody who sends: the session that is open, and the draft that lies filled in. */
interface Sender {
  unit: number;
  draft: number;
  cookie: string;
}

/** What one of them was answered: the review, both presses and the receipt, each with its milliseconds. */
interface Sent {
  review: number;
  presses: number[];
  places: string[];
}

/**
 * The last minute of the due day: a registrant of each of 300 units (or 300 of as many as stand) sends, more and more of them
 * towards the end, each pressing twice. Everybody opens the review half a minute before, since people read what they send.
 * Nothing may be lost, doubled or late.
 */
export async function deadline(world: World): Promise<Line[]> {
  const { url, options, site } = world;
  // A quarter of the time has a quarter of the senders: they come as densely.
  const [seconds, count] = options.seconds > 1 ? [60, SENDERS] : [15, SENDERS / 4];
  const mark = randomBytes(6).toString('hex');
  const due = await onDatabase(url, async (client) => {
    const { rows } = await client.query<{ level: string; register_due_on: string; locked_from: string | null }>(
      'select level, register_due_on::text, locked_from::text from cycle_level where cycle_id = $1',
      [world.facts.current],
    );
    await client.query('update cycle_level set register_due_on = $2, locked_from = null where cycle_id = $1', [
      world.facts.current,
      DAY,
    ]);
    return rows;
  });
  try {
    const senders = (await prepared(world, mark)).slice(0, count);
    await untilIdle(url);
    const taken = watchCpu([site.pid, ...(await backendsOf(url))]);
    const sent = await Promise.all(
      senders.map(async (sender, at) => {
        // Denser and denser: almost half of all come in the last quarter of the window.
        await after(Math.sqrt((at + 1) / senders.length) * seconds * 1000);
        return send(site.origin, sender, (seconds / 2) * 1000);
      }),
    );
    return [await told(url, { senders, sent, mark, seconds, cpu: taken() / senders.length })];
  } finally {
    await onDatabase(url, async (client) => {
      for (const { level, register_due_on, locked_from } of due)
        await client.query(
          'update cycle_level set register_due_on = $3, locked_from = $4 where cycle_id = $1 and level = $2',
          [world.facts.current, level, register_due_on, locked_from],
        );
    });
  }
}

async function send(origin: string, { draft, cookie }: Sender, reading: number): Promise<Sent> {
  const path = `${origin}/office/drafts/${draft}/review`;
  const headers = { cookie, origin, accept: 'text/html' };
  const review = await timed(path, { headers }, 200);
  await after(Math.max(0, reading - review.ms));
  const body = new URLSearchParams({ key: `draft-${draft}` });
  const press = () => timed(path, { method: 'POST', headers, body }, 303);
  const presses = await Promise.all([press(), after(80).then(press)]);
  await timed(origin + (presses[0]?.place ?? ''), { headers }, 200);
  return { review: review.ms, presses: presses.map(({ ms }) => ms), places: presses.map(({ place }) => place) };
}

async function timed(address: string, init: RequestInit, status: number): Promise<{ ms: number; place: string }> {
  const began = performance.now();
  const response = await fetch(address, { redirect: 'manual', ...init });
  await response.arrayBuffer();
  if (response.status !== status) throw new Error(`${address} was answered ${response.status}.`);
  return { ms: performance.now() - began, place: response.headers.get('location') ?? '' };
}

async function told(
  url: string,
  {
    senders,
    sent,
    mark,
    seconds,
    cpu,
  }: { senders: Sender[]; sent: Sent[]; mark: string; seconds: number; cpu: number },
): Promise<Line> {
  const found = await onDatabase(url, async (client) => {
    const { rows } = await client.query<Record<'registrations' | 'models' | 'drafts' | 'late' | 'acts', number>>(
      `select count(*)::int as registrations, count(distinct name)::int as models,
        (select count(*)::int from draft where id = any ($2::integer[])) as drafts,
        count(*) filter (where late_days > 0)::int as late,
        (select count(*)::int from audit_event where act = 'registration.submit' and subject_id = any (array_agg(r.id))) as acts
      from registration r where name like $1`,
      [`%${mark}%`, senders.map(({ draft }) => draft)],
    );
    return rows[0] as (typeof rows)[0];
  });
  const wanted = senders.length;
  const presses = sent.flatMap((each) => each.presses);
  const one = sent.every(({ places: [first, second] }) => first === second && /\/receipt$/.test(first ?? ''));
  const units = new Set(senders.map(({ unit }) => unit)).size;
  return {
    what: `the last ${seconds} s before the due day ends: ${wanted} registrants of ${units} units send, each press twice`,
    speed: `p50 ${duration(at(presses, 0.5))}, p95 ${duration(at(presses, 0.95))}, slowest ${duration(at(presses, 1))}`,
    beside: `the review before it p95 ${duration(
      at(
        sent.map(({ review }) => review),
        0.95,
      ),
    )}; processor ${duration(cpu)} a sender; ${found.registrations} registrations`,
    checks: [
      ['nothing lost', found.models === wanted && found.drafts === 0],
      ['nothing double', found.registrations === wanted && found.acts === wanted && one],
      ['none late', found.late === 0],
      ['p95 ≤ 1 s', at(presses, 0.95) <= 1000],
    ],
  };
}

/** The value below which a share of all lie. */
function at(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
}

/** Accounts of registrants, one unit after the other, each signed in and with a form that is filled in. */
async function prepared({ url, facts }: World, mark: string): Promise<Sender[]> {
  const content = {
    ...Object.fromEntries(PARTS.map((part) => [part, TEXT])),
    ...{ fieldId: 1, cycleId: facts.current, levels: ['commune'], programmes: [] },
  };
  const tokens = Array.from({ length: SENDERS }, () => randomBytes(32).toString('base64url'));
  const hashes = tokens.map((token) => createHash('sha256').update(token).digest('hex'));
  return onDatabase(url, async (client) => {
    await client.query('begin');
    await client.query(`create temp table sender on commit drop as
      select row_number() over (order by turn, unit_id) as n, unit_id, id as registrant, name, subject,
        nextval(pg_get_serial_sequence('person', 'id'))::integer as person
      from (select g.*, row_number() over (partition by g.unit_id order by g.id) as turn from registrant g
        join unit_name u on u.unit_id = g.unit_id and u.valid @> '${DAY}'::date
        join unit_kind k on k.unit_id = g.unit_id and k.valid @> '${DAY}'::date
        join unit_kind_type t on t.kind = k.kind and t.level = 'commune' order by turn, g.unit_id limit ${SENDERS}) chosen`);
    await client.query(`insert into person (id, full_name, unit_id) select person, name, unit_id from sender`);
    await client.query(
      `insert into account (person_id, username, password_hash) select person, 'gui-' || $1 || n, '' from sender`,
      [mark],
    );
    await client.query(`insert into appointment (id, person_id, role, unit_id, registrant_id, valid)
      select (select max(id) from appointment) + n, person, 'registrant', unit_id, registrant, '[2019-01-01,)' from sender`);
    await client.query(
      `insert into session (token_hash, person_id, created_at, last_seen_at, expires_at)
        select decode(($1::text[])[n], 'hex'), person, $2, $2, $2::timestamptz + interval '12 hours' from sender`,
      [hashes, NOW],
    );
    const { rows } = await client.query<{ n: string; unit: number; draft: number }>(
      `with written as (
        insert into draft (owner_id, kind, content, created_at, updated_at)
        select person, 'registration', $1::jsonb || jsonb_build_object('name', 'Mô hình hạn chót ${mark} số ' || n, 'unitId', unit_id,
          'registrantName', name, 'subject', subject), $2, $2 from sender returning id, owner_id)
      select n, unit_id as unit, w.id as draft from written w join sender s on s.person = w.owner_id order by n`,
      [JSON.stringify(content), NOW],
    );
    await client.query('commit');
    return rows.map(({ n, unit, draft }) => ({ unit, draft, cookie: `kheo_session=${tokens[Number(n) - 1]}` }));
  });
}
