import { sql } from 'kysely';
import { clockJoins, dueOn } from '#modules/initiatives/clock/server/queries.ts';
import {
  type InitiativeRecord,
  initiativeRecord,
  type RecordRegistration,
} from '#modules/initiatives/initiative/server/queries.ts';
import { idOf } from '#modules/initiatives/registration/rules-keys.ts';
import { withinScope } from '#modules/initiatives/registration/server/queries.ts';
import { registrationsById } from '#modules/initiatives/registration/server/queries-by-id.ts';
import type { WaitingRow, WaitingSource } from '#modules/initiatives/registration/server/queries-waiting.ts';
import { type Criterion, listCriteria } from '#modules/movements/criterion/server/queries.ts';
import { nameUntil } from '#modules/organisations/unit/server/queries-names.ts';
import { refuse } from '#platform/refusal.ts';
import type { Context, ReadDb } from '#platform/server/context.ts';
import { rowsOf } from '#platform/server/db.ts';
import type { Scoring } from '../../review/rules.ts';
import { isMine, scoringOfR, withTeam } from '../../review/server/queries.ts';
import { VERDICTS, type Verdict } from '../rules.ts';
import { placeOf } from '../rules-place.ts';
import { answeredByMe } from './queries-queue.ts';

/** A verdict as it was given; `met` and `asked` are ids of criteria. */
export interface Appraisal {
  id: number;
  unit: string | null;
  appraiserName: string;
  verdict: Verdict;
  reason: string;
  met: number[];
  asked: number[];
  at: string;
}

/** Everything an appraiser reads on one page. */
export interface Sheet {
  registration: RecordRegistration;
  /** The model, with the parts of the very version that was sent for this level. */
  record: InitiativeRecord;
  criteria: Criterion[];
  /** What the registrant wrote with the self-assessment. */
  selfAssessment: string;
  /** Latest first. */
  earlier: Appraisal[];
  scoring: Scoring;
  /** Its place in the queue, so that the next one can follow it. */
  place: string;
}

type Judged = { initiativeId: number; since: string; earlier: Appraisal[]; scoring: Scoring };

/** The sheet of one registration within scope, in six queries; undefined when it is not there. */
export async function appraisalSheet(db: ReadDb, ctx: Context, registrationId: number): Promise<Sheet | undefined> {
  const [judged] = await rowsOf(
    db,
    sql<Judged>`
      ${withTeam(sql`r.id = ${registrationId} and r.state <> 'annulled' and ${withinScope(ctx.scope)}`)}
      select r.initiative_id as "initiativeId", r.state_since::text as since, ${scoringOfR(ctx.actor.id)} as scoring,
        (select coalesce(json_agg(json_build_object('id', a.id, 'unit', ${nameUntil(sql.ref('a.unit_id'), sql`(a.at at time zone 'Asia/Ho_Chi_Minh')`)}, 'appraiserName', a.appraiser_name, 'verdict', a.verdict,
            'reason', a.reason, 'met', a.met, 'asked', a.asked, 'at', a.at) order by a.id desc), '[]')
          from appraisal a
          where a.registration_id = r.id) as earlier
      from r`,
  );
  const record = judged && (await initiativeRecord(db, ctx, judged.initiativeId, registrationId));
  if (!judged || record?.chosen.id !== registrationId) return undefined;
  const registration = record.chosen;
  const assessed = record.events.find(
    (event) => event.registrationId === registrationId && event.act === 'self_assess',
  );
  return {
    registration,
    record,
    criteria: await listCriteria(db, registration.cycleId, {
      subject: registration.subject,
      unitId: registration.responsibleUnitId,
    }),
    selfAssessment: assessed?.reason ?? '',
    earlier: judged.earlier,
    scoring: judged.scoring,
    place: placeOf(judged.since, registrationId),
  };
}

/** The sheet that an address names, or a refusal (404), and the one that was judged just before (`saved` is its id), if any. */
export async function sheetPage(db: ReadDb, ctx: Context, address: string, saved: string | null) {
  const sheet = await appraisalSheet(db, ctx, idOf(address));
  if (!sheet) refuse('missing', 'refusal.missing');
  return { sheet, saved: await judgedBefore(db, ctx, saved) };
}

/** The registration that was judged just before, by its id in the address: its name and where the verdict led. */
export async function judgedBefore(db: ReadDb, ctx: Context, saved: string | null) {
  const id = idOf(saved);
  const [registration] = id > 0 ? await registrationsById(db, ctx, [id]) : [];
  if (!registration) return undefined;
  const verdict = VERDICTS.find((each) => each === registration.state);
  return verdict && { name: registration.name, verdict };
}

/** What waits for a verdict of this person's body, or, in a team's hands, for this person's scores; due by the clock of its station. */
export function waitingFor(ctx: Context): WaitingSource {
  const waiting = sql<WaitingRow>`
    select 'appraise' as kind, r.id as registration_id, null::integer as draft_id, r.cycle_id, r.level, ${dueOn()} as due_on, r.state_since as since
    from registration r join cycle_level l on l.cycle_id = r.cycle_id and l.level = r.level ${clockJoins()}
    where r.state = 'self_assessed' and ${answeredByMe(ctx)}
      and (not exists (select from team t where t.cycle_id = r.cycle_id and t.level = r.level and (t.fields = '{}' or r.field_id = any (t.fields)))
        or exists (select from review v where v.registration_id = r.id and ${isMine(ctx)} and v.state = 'waiting'))`;
  return {
    waiting,
    hrefs: {
      appraise: (row, many) =>
        many
          ? `/office/appraisals?cycle=${row.cycleId}&level=${row.level}`
          : `/office/appraisals/${row.registrationId}`,
    },
  };
}
