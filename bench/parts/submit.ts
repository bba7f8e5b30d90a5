import { randomUUID } from 'node:crypto';
import { compared, type Load, type Target } from '../load.ts';
import { NOW } from '../site.ts';
import { onDatabase, sqlRate } from '../sql.ts';
import { ENTER_AT_ONCE } from '../statements.ts';
import { type Line, perSecond } from '../table.ts';
import type { Wire } from '../wire.ts';
import type { World } from '../world.ts';
import { besideThin, told } from './reading.ts';

export const PARTS = ['reason', 'objectives', 'content', 'place', 'forces', 'resources', 'outputs', 'sustaining'];
export const TEXT =
  'Vận động bà con trong ấp cùng góp công, góp của; mỗi tuần một buổi, có người phân công và ghi sổ, cuối tháng công khai. '.repeat(
    2,
  );
const WHO = 'dangky';

interface Given {
  owner: number;
  unit: number;
  registrant: number;
  name: string;
}

/** Sends forms that lie filled in as drafts, through the page, as a registrant does; beside the same rows entered barely. */
export async function submit(world: World, behind: string, wire: Wire): Promise<Line[]> {
  const { options, site, thin, url, facts } = world;
  const given = await onDatabase(url, async (client) => {
    const { rows } = await client.query<Given>(
      `select a.person_id as owner, t.unit_id as unit, t.registrant_id as registrant, g.name from account a
        join appointment t on t.person_id = a.person_id join registrant g on g.id = t.registrant_id
        where a.username = $1 and t.valid @> $2::date`,
      [WHO, NOW.slice(0, 10)],
    );
    return rows[0] as Given;
  });
  const headers = {
    ...world.as(WHO),
    'content-type': 'application/x-www-form-urlencoded',
  };
  const drafts = await writeDrafts(world, given, Math.ceil(3 * options.seconds * 3000));
  const taken = () => {
    const id = drafts.pop();
    if (id === undefined) throw new Error('More forms were sent than drafts had been written.');
    return id;
  };
  const next = () => ({
    method: 'POST' as const,
    path: `/office/drafts/${taken()}/review`,
    body: `key=${randomUUID()}`,
  });
  const first = next();
  const cost = await costOfOne(wire, behind, first, { ...headers, origin: behind });
  const product: Target = {
    origin: site.origin,
    pid: site.pid,
    ask: next,
    headers: { ...headers, origin: site.origin },
    status: 303,
  };
  const entering = () => ({ method: 'POST' as const, path: `/registrations?draft=${taken()}`, body: '' });
  const bare: Target = {
    origin: thin.origin,
    pid: thin.pid,
    ask: entering,
  };
  const [found, beside] = (await compared(url, [product, bare], options.seconds)) as [Load, Load];
  let count = 0;
  const values = () => [
    `Mô hình gửi thẳng ${++count}`,
    given.unit,
    given.registrant,
    1,
    facts.current,
    `mo hinh gui thang ${count}`,
    TEXT,
  ];
  const alone = await sqlRate(url, { name: 'enter', text: ENTER_AT_ONCE, values }, options.seconds);
  const share = found.perSecond / beside.perSecond;
  return [
    {
      what: 'submit a registration: rights, row security, audit, counters, idempotency key',
      queries: cost.queries.length,
      speed: told(found),
      beside: `SQL ${perSecond(alone)}; ${besideThin(found, beside)}`,
      checks: [
        ['≤ 12 queries', cost.queries.length <= 12],
        ['≥ 0.4 × thin', share >= 0.4],
      ],
    },
  ];
}

async function costOfOne(
  wire: Wire,
  behind: string,
  { path, body }: { path: string; body: string },
  headers: Record<string, string>,
) {
  wire.taken();
  const response = await fetch(behind + path, { method: 'POST', body, headers, redirect: 'manual' });
  await response.arrayBuffer();
  if (response.status !== 303) throw new Error(`A form was refused: ${response.status}.`);
  return { queries: wire.taken() };
}

/** Drafts of the account with everything filled in; answers their ids. */
async function writeDrafts({ url, facts }: World, given: Given, count: number): Promise<number[]> {
  const content = {
    ...Object.fromEntries(PARTS.map((part) => [part, TEXT])),
    unitId: given.unit,
    registrantName: given.name,
    subject: 'collective',
    fieldId: 1,
    cycleId: facts.current,
    levels: ['commune'],
    programmes: [],
  };
  return onDatabase(url, async (client) => {
    const { rows } = await client.query<{ id: number }>(
      `insert into draft (owner_id, kind, content, created_at, updated_at)
        select $1, 'registration', $2::jsonb || jsonb_build_object('name', 'Mô hình gửi thử số ' || n), now(), now() from generate_series(1, $3) n returning id`,
      [given.owner, JSON.stringify(content), count],
    );
    return rows.map((row) => row.id).reverse();
  });
}
