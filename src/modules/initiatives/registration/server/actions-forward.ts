import { z } from 'zod';
import { LEVELS } from '#modules/organisations/unit/rules.ts';
import { Id } from '#platform/ids.ts';
import { refuse } from '#platform/refusal.ts';
import { action } from '#platform/server/action.ts';
import { dayOf } from '#platform/server/context.ts';
import { mayPutForward } from '../policy-forward.ts';
import type { Registration } from '../rules.ts';
import { registrationsForUpdate } from './store.ts';
import { insertForward, lockedAt } from './store-forward.ts';

const Forward = z.object({
  ids: z.array(Id).min(1, 'registration.none_selected').max(1_000),
  level: z.enum(LEVELS),
  reason: z.string().max(1_000).default(''),
});

/** Enters registrations that were recognised at one level at the next; the decisions module calls it inside its own act. */
export const forwardRegistrations = action({
  name: 'registration.forward',
  input: Forward,
  async subject(tx, _scope, input, ctx): Promise<Registration[] | undefined> {
    const found = await registrationsForUpdate(tx, input.ids, ctx);
    return found.length === new Set(input.ids).size ? found : undefined;
  },
  allow: (actor, registrations) =>
    registrations.map((each) => mayPutForward(actor, each)).find((answer) => answer !== true) ?? true,
  async run({ tx, ctx, now }, registrations, { level, reason }): Promise<{ from: number; to: number }[]> {
    const stays = registrations.find((each) => each.state !== 'recognised');
    if (stays) refuse('conflict', 'forward.not_recognised', { params: { name: stays.name } });
    for (const cycleId of new Set(registrations.map((each) => each.cycleId)))
      if ((await lockedAt(tx, cycleId, level, dayOf(now))) !== false) refuse('conflict', 'forward.locked');
    const made = await insertForward(
      tx,
      ctx,
      registrations.map((each) => each.id),
      level,
      reason,
    );
    const left = registrations.find((each) => !made.some(({ from }) => from === each.id));
    if (left) refuse('conflict', 'forward.already', { params: { name: left.name } });
    return made;
  },
  audit: (_registrations, made, { level, reason }) => ({
    subjectKind: 'registration',
    rows: made.map(({ to }) => to),
    after: { level, reason },
  }),
});
