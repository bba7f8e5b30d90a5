import { sql } from 'kysely';
import { isOpenOn } from '#modules/movements/field/rules.ts';
import type { Guidance } from '#modules/movements/guidance/rules.ts';
import { listGuidance } from '#modules/movements/guidance/server/queries.ts';
import { type Reason, refuse } from '#platform/refusal.ts';
import { type Context, dayOf, type ReadDb } from '#platform/server/context.ts';
import { rowsOf } from '#platform/server/db.ts';
import type { PartReasons } from '../../registration/rules-return.ts';
import { isLate, windowProblems } from '../../registration/rules-window.ts';
import type { Receipt } from '../../registration/server/actions.ts';
import { problemsOf } from '../../registration/server/queries-check.ts';
import { type Choices, choicesFor } from '../../registration/server/queries-choices.ts';
import { writesOwn } from '../policy.ts';
import { sendKey } from '../rules-form.ts';
import { draftById } from './queries.ts';
import type { Draft } from './store.ts';

/** A draft with everything that its form and its review show. */
export interface DraftPage {
  draft: Draft;
  choices: Choices;
  /** Where it is registered, in words; null as long as no unit is chosen. */
  unitName: string | null;
  /** What cannot be changed here: an account writes for its own registrant; sent again, whose it is stays as it was. */
  fixed: 'account' | 'again' | null;
  again: Again | null;
  /** It would be sent after the due day of a level that it seeks. */
  late: boolean;
  problems: Record<string, Reason>;
  /** What the guidance letter of the chosen year says, part by part. */
  guidance: Guidance[];
}

/** The registration that this draft will send again. */
interface Again {
  initiativeId: number;
  code: string;
  unitName: string | null;
  /** Why it was returned; null if it was recalled. */
  reason: string | null;
  /** The parts that were named beside that, each with its reason, and what they said when they came back. */
  asked: PartReasons;
  was: PartReasons;
}

/** A draft that the reader has sent: who comes back to its page is shown what became of it. */
export interface Sent {
  sentAs: number;
}

/** The reader's draft with what its form needs, in four queries; refuses as missing what is another's. */
export async function draftPage(db: ReadDb, ctx: Context, id: number): Promise<DraftPage | Sent> {
  const draft = await draftById(db, ctx, id);
  if (!draft) return { sentAs: (await sentFrom(db, ctx, id)) ?? refuse('missing', 'refusal.missing') };
  const choices = offeredFor(draft.content, await choicesFor(db, ctx), dayOf(ctx.now));
  const again = draft.registrationId === null ? null : await againOf(db, ctx, draft.registrationId);
  const fixed = draft.registrationId !== null ? 'again' : writesOwn(ctx.actor) ? 'account' : null;
  const { unitId } = draft.content;
  const unitName =
    again?.unitName ??
    choices.units.find((unit) => unit.id === unitId)?.name ??
    ctx.actor.appointments.find((each) => each.unitId === unitId)?.unitName ??
    null;
  const guidance = draft.content.cycleId ? await listGuidance(db, draft.content.cycleId) : [];
  const cycle = again ? undefined : choices.cycles.find((each) => each.id === draft.content.cycleId);
  const today = dayOf(ctx.now);
  const problems = { ...(cycle && windowProblems(draft.content, cycle, today)), ...problemsOf(draft.content) };
  const late = cycle !== undefined && isLate(draft.content, cycle, today);
  return { draft, choices, unitName, fixed, again, late, problems, guidance };
}

/** What is closed is offered only where the draft has it already. */
function offeredFor({ fieldId, programmes = [] }: Draft['content'], choices: Choices, today: string): Choices {
  return {
    ...choices,
    fields: choices.fields.filter((field) => isOpenOn(field, today) || field.id === fieldId),
    programmes: choices.programmes.filter((each) => isOpenOn(each, today) || programmes.includes(each.id)),
  };
}

async function againOf(db: ReadDb, ctx: Context, registrationId: number): Promise<Again | null> {
  const [row] = await rowsOf(
    db,
    sql<Again>`
      select i.id as "initiativeId", i.code,
        (select name from unit_name n where n.unit_id = r.unit_id and lower(n.valid) <= ${dayOf(ctx.now)}::date
          order by n.valid desc limit 1) as "unitName",
        e.reason, coalesce(e.details -> 'parts', '{}') as asked, (select coalesce(jsonb_object_agg(part, to_jsonb(v) -> part), '{}')
          from jsonb_object_keys(e.details -> 'parts') part) as was
      from registration r join initiative i on i.id = r.initiative_id join initiative_version v on v.id = r.version_id
        left join lateral (select e.reason, e.details from registration_event e where e.registration_id = r.id and e.act = 'return'
          order by e.id desc limit 1) e on r.state = 'returned'
      where r.id = ${registrationId}`,
  );
  return row ?? null;
}

/** The registration that a draft of the reader became, as its press is remembered (for 30 days). */
async function sentFrom(db: ReadDb, ctx: Context, id: number): Promise<number | undefined> {
  const press = await db
    .selectFrom('idempotency_key')
    .select('answer')
    .where('actor_id', '=', ctx.actor.id)
    .where('act', '=', 'registration.submit')
    .where('key', '=', sendKey(id))
    .executeTakeFirst();
  return (press?.answer as unknown as Receipt | null)?.registrationIds[0];
}
