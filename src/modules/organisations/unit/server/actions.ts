import { action } from '#platform/server/action.ts';
import { fold } from '#platform/vietnamese.ts';
import { mayCreateRoot } from '../policy.ts';
import { CreateRoot } from '../schema.ts';
import { countUnitsAlone, insertRoot } from './store.ts';

/** The first unit of an empty place: a province, or a centrally run city by its name. Answers its id. */
export const createRoot = action({
  name: 'unit.create_root',
  input: CreateRoot,
  subject: async (tx) => ({ units: await countUnitsAlone(tx) }),
  allow: (_actor, { units }) => mayCreateRoot(units),
  run: ({ tx }, _subject, { name, code }) =>
    insertRoot(tx, { name, code, kind: fold(name).startsWith('thanh pho ') ? 'central_city' : 'province' }),
  audit: (_subject, unitId, input) => ({ subjectKind: 'unit', subjectId: unitId, unitId, after: { ...input } }),
});
