import { sql } from 'kysely';
import type { Level } from '#modules/organisations/unit/rules.ts';
import { nameUntil } from '#modules/organisations/unit/server/queries-names.ts';
import type { Context, ReadDb } from '#platform/server/context.ts';
import { rowsOf } from '#platform/server/db.ts';
import type { Subject } from '../rules.ts';
import { withinScope } from './queries.ts';

/** What a person keeps after sending: the number, the moment, what was sent for which levels, and until when. */
export interface ReceiptSheet {
  registrationId: number;
  initiativeId: number;
  code: string;
  name: string;
  registrant: string | null;
  subject: Subject;
  unit: string | null;
  cycle: string;
  sentAt: Date;
  sentBy: string;
  /** Of a form that an office typed in from paper: when it was received, `yyyy-mm-dd`, and who had signed it. */
  paperOn: string | null;
  signedBy: string;
  lateReason: string;
  /** Sent in one press, lowest first. */
  levels: { level: Level; appraiseDueOn: string }[];
}

/** The receipt of a registration within scope: of its latest sending, with the levels that went with it. */
export async function receiptOf(db: ReadDb, ctx: Context, id: number): Promise<ReceiptSheet | undefined> {
  const [row] = await rowsOf(
    db,
    sql<ReceiptSheet>`
      select r.id as "registrationId", r.initiative_id as "initiativeId", i.code, r.name, g.name as registrant, r.subject, 
        ${nameUntil(sql.ref('r.unit_id'), sql`(e.at at time zone 'Asia/Ho_Chi_Minh')`)} as unit,
        c.code as cycle, e.at as "sentAt", e.actor_name as "sentBy",
        r.paper_on as "paperOn", r.paper_signed_by as "signedBy", r.late_reason as "lateReason",
        (select json_agg(json_build_object('level', o.level, 'appraiseDueOn', l.appraise_due_on)
            order by array_position(array['commune', 'district', 'province'], o.level))
          from registration o join cycle_level l on l.cycle_id = o.cycle_id and l.level = o.level
          where o.initiative_id = r.initiative_id and o.cycle_id = r.cycle_id and exists (select from registration_event oe
            where oe.registration_id = o.id and oe.act = 'submit' and oe.at = e.at)) as levels
      from registration r
      join initiative i on i.id = r.initiative_id
      join cycle c on c.id = r.cycle_id
      join lateral (select at, actor_name from registration_event where registration_id = r.id and act = 'submit'
        order by id desc limit 1) e on true
      left join registrant g on g.id = r.registrant_id
      where r.id = ${id} and r.state <> 'annulled' and ${withinScope(ctx.scope)}`,
  );
  return row;
}
