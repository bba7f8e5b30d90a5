import { action } from '#platform/server/action.ts';
import { mayReorganise } from '../policy.ts';
import { OneReorganisation } from '../schema.ts';
import { KeepDraft } from '../schema-draft.ts';
import { deleteDraft, draftAt, insertDraft } from './store-draft.ts';

/** Keeps an act that was previewed and not applied yet; nothing else happens. */
export const keepReorganisationDraft = action({
  name: 'reorganisation.keep_draft',
  input: KeepDraft,
  subject: async () => ({}),
  allow: (actor) => mayReorganise(actor),
  run: ({ tx, ctx }, _subject, input): Promise<{ id: number }> => insertDraft(tx, ctx, input),
  audit: () => null,
});

/** Throws a previewed act away. */
export const discardReorganisationDraft = action({
  name: 'reorganisation.discard_draft',
  input: OneReorganisation,
  subject: (tx, _scope, { id }) => draftAt(tx, id),
  allow: (actor) => mayReorganise(actor),
  run: ({ tx }, { id }): Promise<void> => deleteDraft(tx, id),
  audit: ({ id, resolution }) => ({ subjectKind: 'reorganisation_draft', subjectId: id, before: { resolution } }),
});
