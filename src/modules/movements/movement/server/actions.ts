import { unitById } from '#modules/organisations/unit/server/queries.ts';
import { refuse } from '#platform/refusal.ts';
import { type Act, action } from '#platform/server/action.ts';
import { dayOf } from '#platform/server/context.ts';
import { asRead } from '#platform/server/db.ts';
import { maySetUp } from '../policy.ts';
import { ChangeMovement, CreateMovement, SavePhase } from '../schema.ts';
import { insertMovement, movementForUpdate, updateMovement, writePhase } from './store.ts';

/** Sets up a movement of a unit's. */
export const createMovement = action({
  name: 'movement.create',
  input: CreateMovement,
  subject: async (_tx, _scope, { unitId }) => ({ unitId }),
  allow: (actor, movement) => maySetUp(actor, movement),
  async run(act, _subject, input): Promise<{ id: number }> {
    await check(act, input);
    return { id: await insertMovement(act.tx, named(input)) };
  },
  audit: (_subject, { id }, input) => setUp(id, input.unitId, input),
});

/** Changes what a movement is called, who keeps it, whose it follows. Its prefix stays: the numbers of models carry it. */
export const changeMovement = action({
  name: 'movement.change',
  input: ChangeMovement,
  subject: (tx, _scope, { id }) => movementForUpdate(tx, id),
  allow: (actor, movement, _now, { unitId }) => {
    const allowed = maySetUp(actor, movement);
    return allowed === true ? maySetUp(actor, { unitId }) : allowed;
  },
  async run(act, { id }, input): Promise<void> {
    await check(act, input, id);
    await updateMovement(act.tx, id, named(input));
  },
  audit: (movement, _nothing, input) => ({ ...setUp(movement.id, input.unitId, input), before: movement }),
});

async function check({ tx, now }: Act, input: { unitId: number; superiorId?: number | undefined }, id?: number) {
  if (!(await unitById(asRead(tx), input.unitId, dayOf(now)))) wrong('unitId', 'movement.unit_missing');
  const { superiorId } = input;
  if (superiorId && (superiorId === id || !(await movementForUpdate(tx, superiorId))))
    wrong('superiorId', 'movement.superior_missing');
}

/** The Vietnamese name stands for the English one until that is written. */
const named = <I extends { nameVi: string; nameEn: string; superiorId?: number | undefined }>(input: I) => ({
  ...input,
  nameEn: input.nameEn || input.nameVi,
  superiorId: input.superiorId ?? null,
});

/** Writes a stretch of years of a movement; two never share a day. */
export const savePhase = action({
  name: 'movement.save_phase',
  input: SavePhase,
  subject: (tx, _scope, { movementId }) => movementForUpdate(tx, movementId),
  allow: (actor, movement) => maySetUp(actor, movement),
  async run({ tx }, _movement, input): Promise<{ id: number }> {
    const id = await writePhase(tx, { ...input, nameEn: input.nameEn || input.nameVi });
    return id === undefined ? wrong('from', 'movement.phase_overlaps') : { id };
  },
  audit: ({ id, unitId }, phase, input) => setUp(id, unitId, { phase: phase.id, ...input }),
});

const setUp = (subjectId: number, unitId: number | null, after: object) => ({
  subjectKind: 'movement',
  subjectId,
  ...(unitId !== null && { unitId }),
  after,
});

function wrong(field: string, code: string): never {
  return refuse('invalid', 'form.invalid', { fields: { [field]: { code } } });
}
