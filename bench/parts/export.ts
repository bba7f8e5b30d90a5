import { copyOut } from '../copy.ts';
import { memoryOf, watchMemory } from '../memory.ts';
import { onDatabase } from '../sql.ts';
import { duration, type Line, megabytes } from '../table.ts';
import type { World } from '../world.ts';

const MOST_MEMORY = 150e6;

// The columns of the exported list, in its order.
const ROWS = `
  select i.code, r.name, g.name, r.subject, un.name, pn.name, f.name_vi, r.level, c.code, r.state, r.submitted_on, r.carried_out_on, r.late_days, r.late_reason, r.paper_on,
    d.number, d.decided_on
  from registration r join initiative i on i.id = r.initiative_id join cycle c on c.id = r.cycle_id join field f on f.id = r.field_id
  left join registrant g on g.id = r.registrant_id left join decision d on d.id = r.recognised_by
  left join unit_name un on un.unit_id = r.unit_id and un.valid @> c.reference_day
  left join unit_parent up on up.unit_id = r.unit_id and up.valid @> c.reference_day
  left join unit_name pn on pn.unit_id = up.parent_id and pn.valid @> c.reference_day
  where r.state <> 'annulled' order by r.id desc`;

/** The whole list as a file through the page, beside COPY of the same rows; the better of two runs, the more of memory. */
export async function exporting(world: World): Promise<Line[]> {
  const copied = await onDatabase(world.url, async (client) => {
    const times: number[] = [];
    for (let run = 0; run < 2; run++) {
      const began = performance.now();
      await copyOut(client, ROWS);
      times.push(performance.now() - began);
    }
    return Math.min(...times);
  });
  const csv = await exported(world, 'csv');
  const xlsx = await exported(world, 'xlsx');
  const memory = ({ above }: Exported) => [`≤ 150 MB above rest`, above <= MOST_MEMORY] as [string, boolean];
  const share = csv.ms / copied;
  return [
    {
      what: `export of ${csv.rows.toLocaleString('en-US')} rows, .csv`,
      bytes: csv.bytes,
      speed: `${duration(csv.ms)}, ${megabytes(csv.above)} above rest`,
      beside: `COPY out ${duration(copied)} (${share.toFixed(2)} ×)`,
      checks: [['≤ 2 × COPY out', share <= 2], memory(csv)],
    },
    {
      what: 'the same, .xlsx',
      bytes: xlsx.bytes,
      speed: `${duration(xlsx.ms)}, ${megabytes(xlsx.above)} above rest`,
      checks: [['≤ 10 s', xlsx.ms <= 10_000], memory(xlsx)],
    },
  ];
}

interface Exported {
  ms: number;
  bytes: number;
  rows: number;
  above: number;
}

async function exported({ site, as }: World, format: 'csv' | 'xlsx'): Promise<Exported> {
  const runs: Exported[] = [];
  for (let run = 0; run < 2; run++) {
    const rest = memoryOf(site.pid);
    const most = watchMemory(site.pid);
    const began = performance.now();
    const response = await fetch(`${site.origin}/office/initiatives/list.${format}?cycle=all`, { headers: as('tinh') });
    let bytes = 0;
    for await (const piece of response.body ?? []) bytes += piece.length;
    const rows = Number(response.headers.get('x-row-count'));
    if (!response.ok || rows === 0) throw new Error(`The list could not be exported: ${response.status}.`);
    runs.push({ ms: performance.now() - began, bytes, rows, above: most() - rest });
  }
  const [first, second] = runs as [Exported, Exported];
  return { ...first, ms: Math.min(first.ms, second.ms), above: Math.max(first.above, second.above) };
}
