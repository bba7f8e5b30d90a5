import { refuse } from '#platform/refusal.ts';
import { action } from '#platform/server/action.ts';
import { mayKeepUp } from '../policy.ts';
import { type Kept, keptAfter, type UpkeepAct } from '../rules.ts';
import { KeepUp } from '../schema.ts';
import { insertUpkeep, keptModelForUpdate } from './store.ts';

/** One act on a recognised model: found or done by whom, when, and on which grounds. Nothing is deleted; the latest act stands. */
const act = (name: UpkeepAct) =>
  action({
    name: `upkeep.${name}`,
    input: KeepUp,
    async subject(tx, _scope, input, ctx) {
      const model = await keptModelForUpdate(tx, ctx, input.id);
      // Before the permission: who pressed on what has changed meanwhile is told so.
      const stale = model && input.seen !== undefined && input.seen !== (model.events[0]?.id ?? 0);
      if (stale) refuse('conflict', 'upkeep.moved_on', { params: { name: model.name } });
      return model;
    },
    allow: (actor, model) => mayKeepUp(actor, model, name),
    async run({ tx, ctx }, model, { finding, note }): Promise<{ standing: Kept }> {
      const standing = keptAfter(name, finding, note);
      await insertUpkeep(tx, ctx, model.id, { act: name, standing, note });
      return { standing };
    },
    audit: (model, { standing }, { note }) => ({
      subjectKind: 'initiative',
      subjectId: model.id,
      unitId: model.registration.keeperUnitId,
      before: { standing: model.standing },
      after: { standing, note },
    }),
  });

export const checkUpkeep = act('check');
export const resumeUpkeep = act('resume');
export const revokeRecognition = act('revoke');
export const restoreRecognition = act('restore');
