import type { Check } from '#platform/server/database-fit.ts';
import { sayBroken, verifyAudit } from './queries-verify.ts';

/** So many of the last seals are walked; the whole chain is the business of `kheo audit verify`. */
const TAIL = 1_000;

/** For `kheo doctor`: the end of the chain holds, and the sealing keeps up. */
export const auditChecks: Check[] = [
  {
    name: 'audit chain',
    async run(client) {
      await client.query(`set kheo.scope_all = 'on'`);
      const { rows } = await client.query<{ position: string; link: Buffer }>(
        `select position, link from audit_seal where position <= (select max(position) from audit_seal) - ${TAIL} order by position desc limit 1`,
      );
      const from = rows[0] && { position: Number(rows[0].position), link: rows[0].link };
      const { broken } = await verifyAudit(client, from);
      return broken && `${sayBroken(broken)} Keep a copy of the database as it is, and run ./bin/kheo audit verify.`;
    },
  },
  {
    name: 'audit sealing',
    async run(client) {
      // By the events' own clock: a place that stood still for a night has kept up with all there was.
      const { rows } = await client.query<{ late: number }>(`
        select count(*)::int as late from audit_event e
        where not exists (select from audit_seal s where s.event_id = e.id)
          and e.at < (select at from audit_event order by id desc limit 1) - interval '1 hour'`);
      const late = rows[0]?.late ?? 0;
      return late === 0
        ? null
        : `${late} events have waited for their seal for more than an hour. Is a worker running (./bin/kheo start or worker)?`;
    },
  },
];
