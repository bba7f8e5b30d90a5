import { refuse } from '#platform/refusal.ts';
import { type Context, dayOf, type ReadDb } from '#platform/server/context.ts';
import { type Advice, adviceOn } from '../../naming/rules.ts';
import { placeWithin, suggestionsFor } from '../../naming/rules-suggest.ts';
import { type Standing, standingOf } from '../../registration/policy.ts';
import { STATES } from '../../registration/rules.ts';
import { type WayStep, wayOf } from '../../registration/rules-steps.ts';
import { type InitiativeRecord, initiativeRecord } from './queries.ts';

// As the page offers them; a verdict and a decision have pages of their own, and an entry is annulled with its list.
const OFFERED = [
  'submit',
  'recall',
  'accept',
  'return',
  'self_assess',
  'propose',
  'reopen',
  'recognise',
  'defer',
  'resume',
  'carry_over',
  'withdraw',
] as const;

/** A model with the way of its chosen registration and what the reader may do with that one. */
export interface RecordPage {
  record: InitiativeRecord;
  way: WayStep[];
  standing: Standing;
  today: string;
  /** What may be better about its name, as long as it can still be returned or recalled. */
  naming: { advice: Advice[]; suggestions: string[] };
}

/** Everything that a record page shows; refuses as missing what is outside the reader's scope. */
export async function recordPage(db: ReadDb, ctx: Context, id: number, wanted: number): Promise<RecordPage> {
  const record = (await initiativeRecord(db, ctx, id, wanted)) ?? refuse('missing', 'refusal.missing');
  const { chosen } = record;
  const events = record.events
    .filter((event) => event.registrationId === chosen.id)
    .map(({ act, at }) => ({ act, day: dayOf(at) }));
  const way = wayOf({ ...chosen, decidedOn: chosen.decision?.decidedOn ?? null, events });
  return {
    record,
    way,
    standing: standingOf(ctx.actor, chosen, OFFERED),
    today: dayOf(ctx.now),
    naming: namingOf(record),
  };
}

function namingOf({ chosen, parts, unit }: InitiativeRecord): RecordPage['naming'] {
  const advice = STATES[chosen.state].open ? adviceOn(parts.name) : [];
  const around = { content: parts.content, place: placeWithin(unit) };
  return { advice, suggestions: suggestionsFor(parts.name, advice, around) };
}
