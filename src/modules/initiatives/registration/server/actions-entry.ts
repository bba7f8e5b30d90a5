import { sql } from 'kysely';
import { z } from 'zod';
import { isOfficerOver } from '#modules/people/appointment/policy.ts';
import { refuse } from '#platform/refusal.ts';
import { action } from '#platform/server/action.ts';
import { foldCountersSoon } from '../../counters/server/jobs.ts';
import { STATES, type State } from '../rules.ts';
import { isJudged, judge, restore } from '../rules-entry.ts';
import { registrationsForUpdate, saveMoved } from './store.ts';
import { type Entered, insertModels, type NewModel } from './store-new.ts';

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

/** Records the results that a finished year's list brings for registrations already known: recognised under a decision, or not. */
export const recordResults = action({
  name: 'registration.record_results',
  input: z.object({
    results: z.array(z.object({ id: z.number().int(), recognised: z.boolean(), reason: z.string() })),
    decisionId: z.number().int().positive(),
    decidedOn: z.iso.date(),
  }),
  async subject(tx, _scope, input, ctx) {
    const found = await registrationsForUpdate(
      tx,
      input.results.map((each) => each.id),
      ctx,
    );
    return found.length === input.results.length ? found : undefined;
  },
  allow: (actor, registrations) =>
    registrations.every((each) => isOfficerOver(actor, each.keeperPath)) || { code: 'refusal.not_yours' },
  async run({ tx, ctx }, registrations, input) {
    if (registrations.some(isJudged))
      refuse('conflict', 'registration.moved_on', { params: { name: registrations.find(isJudged)?.name ?? '' } });
    const verdict = new Map(input.results.map((each) => [each.id, each]));
    for (const recognised of [true, false]) {
      const moved = registrations
        .filter((each) => verdict.get(each.id)?.recognised === recognised)
        .map((each) => judge(each, recognised ? input.decisionId : null, input.decidedOn));
      const reasons = new Set(
        input.results.filter((each) => each.recognised === recognised).map((each) => each.reason),
      );
      if (moved.length > 0)
        await saveMoved(tx, ctx, moved, recognised ? 'recognise' : 'decline', [...reasons].slice(0, 1).join(''));
    }
  },
  audit: (registrations, _result, input) => ({
    subjectKind: 'decision',
    subjectId: input.decisionId,
    rows: registrations.map((each) => each.id),
  }),
});

/** Puts registrations back to what they were before a list recorded their results; the reason stays on their time lines. */
export const restoreRegistrations = action({
  name: 'registration.restore',
  input: z.object({
    registrations: z.array(
      z.object({
        id: z.number().int(),
        state: z.enum(Object.keys(STATES) as [State, ...State[]]),
        carriedOutOn: z.iso.date().nullable(),
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
    const restored = registrations.map((each) =>
      restore(each, before.get(each.id) as { state: State; carriedOutOn: string | null }),
    );
    if (restored.length > 0) await saveMoved(tx, ctx, restored, 'reopen', input.reason);
  },
  audit: (registrations) => ({ subjectKind: 'registration', rows: registrations.map((each) => each.id) }),
});
