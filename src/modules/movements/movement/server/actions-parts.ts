import { refuse } from '#platform/refusal.ts';
import { action } from '#platform/server/action.ts';
import { cycleForUpdate } from '../../cycle/server/store.ts';
import { maySetUp } from '../policy.ts';
import { OfferTitleGroups, RemovePart, SaveNamed } from '../schema.ts';
import { movementForUpdate } from './store.ts';
import { removePart as remove, writeNamed, writeOffered } from './store-parts.ts';

/** Writes a field, a linked programme or a title group of a movement. */
export const saveNamed = action({
  name: 'movement.save_named',
  input: SaveNamed,
  subject: (tx, _scope, { movementId }) => movementForUpdate(tx, movementId),
  allow: (actor, movement) => maySetUp(actor, movement),
  async run({ tx }, _movement, input): Promise<{ id: number }> {
    const id = await writeNamed(tx, { ...input, nameEn: input.nameEn || input.nameVi });
    if (id === undefined) refuse('invalid', 'form.invalid', { fields: { code: { code: 'movement.code_taken' } } });
    return { id };
  },
  audit: ({ id, unitId }, named, input) => setUp(id, unitId, { [input.kind]: named.id, ...input }),
});

/** Removes a part or a phase on which nothing stands; what is used stays, and can be closed. */
export const removePart = action({
  name: 'movement.remove_part',
  input: RemovePart,
  subject: (tx, _scope, { movementId }) => movementForUpdate(tx, movementId),
  allow: (actor, movement) => maySetUp(actor, movement),
  async run({ tx }, _movement, input): Promise<{ name: string }> {
    const name = await remove(tx, input);
    if (name === false)
      refuse('conflict', input.kind === 'phase' ? 'movement.phase_in_use' : `movement.${input.kind}_in_use`);
    return { name };
  },
  audit: ({ id, unitId }, { name }, input) => setUp(id, unitId, { [input.kind]: input.id, removed: name }),
});

/** Says which of the movement's title groups a year offers. */
export const offerTitleGroups = action({
  name: 'cycle.offer_title_groups',
  input: OfferTitleGroups,
  subject: (tx, _scope, { cycleId }) => cycleForUpdate(tx, cycleId),
  allow: (actor, cycle) => maySetUp(actor, cycle),
  run: ({ tx }, { id }, { ids }): Promise<void> => writeOffered(tx, id, ids),
  audit: ({ id, unitId }, _nothing, { ids }) => ({
    subjectKind: 'cycle',
    subjectId: id,
    ...(unitId !== null && { unitId }),
    after: { titleGroups: ids },
  }),
});

const setUp = (subjectId: number, unitId: number | null, after: object) => ({
  subjectKind: 'movement',
  subjectId,
  ...(unitId !== null && { unitId }),
  after,
});
