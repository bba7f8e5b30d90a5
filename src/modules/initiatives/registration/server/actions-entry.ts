import { sql } from 'kysely';
import { z } from 'zod';
import { isOfficerOver } from '#modules/people/appointment/policy.ts';
import { refuse } from '#platform/refusal.ts';
import { action } from '#platform/server/action.ts';
import { foldCountersSoon } from '../../counters/server/jobs.ts';
import { type Registration, STATES, type State } from '../rules.ts';
import { type Before, isJudged, judge, restore } from '../rules-entry.ts';
import type { Part } from '../schema.ts';
import { registrationsForUpdate, saveMoved } from './store.ts';
import { type Entered, insertModels, type NewModel } from './store-new.ts';
import { fillInTexts } from './store-sent.ts';

export type { Entered, NewModel } from './store-new.ts';

/** Enters the models of an office's list, set-based. Joined by the registers module, whose own act is audited with the rows. */
export const enterModels = action({
  name: 'registration.enter',
  // Built and checked by the caller's own schema; parsing thousands of rows twice would only cost time.
  input: z.object({ models: z.custom<NewModel[]>(Array.isArray) }),
  async subject(tx, _scope, input) {
    const units = [...new Set(input.models.map((model) => model.unitId))];
    const { rows } = await sql<{
      path: string;
    }>`select path_today::text as path from unit where id = any (${units}::integer[])`.execute(tx);
    return rows.length === units.length ? { paths: rows.map((row) => row.path) } : undefined;
  },
  allow: (actor, { paths }) => paths.every((path) => isOfficerOver(actor, path)) || { code: 'refusal.not_yours' },
  async run({ tx, ctx, later }, _subject, input): Promise<Entered[]> {
    const entered = await insertModels(tx, ctx, input.models);
    await later(foldCountersSoon, {});
    return entered;
  },
  audit: () => null,
});

/** What a later list brings to a registration that is known: a result, texts of the form that stood empty, or both. */
export interface Filling {
  id: number;
  result: 'recognised' | 'not_recognised' | null;
  texts: Partial<Record<Part, string>>;
  reason: string;
}

/**
 * Fills in what an office's later list brings: results, recognised under its decision or not, and texts that stood empty, as
 * a version of their own. Nothing that stood there is written over.
 */
export const fillInModels = action({
  name: 'registration.fill_in',
  // Built by the caller from rows that its own schema has checked.
  input: z.object({
    filled: z.custom<Filling[]>(Array.isArray),
    decision: z.object({ id: z.number().int().positive(), day: z.iso.date() }).optional(),
  }),
  async subject(tx, _scope, input, ctx) {
    const found = await registrationsForUpdate(
      tx,
      input.filled.map((each) => each.id),
      ctx,
    );
    return found.length === input.filled.length ? found : undefined;
  },
  allow: (actor, registrations) =>
    registrations.every((each) => isOfficerOver(actor, each.keeperPath)) || { code: 'refusal.not_yours' },
  async run({ tx, ctx }, registrations, { filled, decision }) {
    const fillings = new Map(filled.map((each) => [each.id, each]));
    const versions = await fillInTexts(tx, ctx, registrations, filled);
    const reasons = new Map(filled.map((each) => [each.id, each.reason]));
    for (const [result, act] of ACT_OF) {
      const moved = registrations
        .filter((each) => fillings.get(each.id)?.result === result)
        .map((each) => ({ ...judgedBy(each, result, decision), versionId: versions.get(each.id) ?? each.versionId }));
      if (moved.length > 0) await saveMoved(tx, ctx, moved, act, reasons);
    }
  },
  audit: (registrations, _result, { decision }) => ({
    subjectKind: decision ? 'decision' : 'registration',
    ...(decision && { subjectId: decision.id }),
    rows: registrations.map((each) => each.id),
  }),
});

const ACT_OF = [
  ['recognised', 'recognise'],
  ['not_recognised', 'decline'],
  [null, 'fill_in'],
] as const;

function judgedBy(
  registration: Registration,
  result: Filling['result'],
  decision: { id: number; day: string } | undefined,
): Registration {
  if (result === null) return registration;
  if (isJudged(registration) || !decision)
    refuse('conflict', 'registration.moved_on', { params: { name: registration.name } });
  return judge(registration, result === 'recognised' ? decision.id : null, decision.day);
}

/** Puts registrations back to what they were before a list filled them in; the reason stays on their time lines. */
export const restoreRegistrations = action({
  name: 'registration.restore',
  input: z.object({
    registrations: z.array(
      z.object({
        id: z.number().int(),
        state: z.enum(Object.keys(STATES) as [State, ...State[]]),
        carriedOutOn: z.iso.date().nullable(),
        versionId: z.number().int().optional(),
      }),
    ),
    reason: z.string().min(1),
  }),
  subject: (tx, _scope, input, ctx) =>
    registrationsForUpdate(
      tx,
      input.registrations.map((each) => each.id),
      ctx,
    ),
  allow: (actor, registrations) =>
    registrations.every((each) => isOfficerOver(actor, each.keeperPath)) || { code: 'refusal.not_yours' },
  async run({ tx, ctx }, registrations, input) {
    const before = new Map(input.registrations.map((each) => [each.id, each]));
    const restored = registrations.map((each) => restore(each, before.get(each.id) as Before));
    if (restored.length > 0) await saveMoved(tx, ctx, restored, 'restore', input.reason);
  },
  audit: (registrations) => ({ subjectKind: 'registration', rows: registrations.map((each) => each.id) }),
});
