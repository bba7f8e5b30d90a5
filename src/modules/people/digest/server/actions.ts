import { action } from '#platform/server/action.ts';
import { isOwnAccount } from '../../account/policy.ts';
import { accountForUpdate } from '../../account/server/store.ts';
import { maySendDigests } from '../policy.ts';
import { ChooseDigest, Finish, Nothing, QueueOf } from '../schema.ts';
import { carryOver, claimNext, finish, queueDay, queueOf, setDigest } from './store.ts';

const nothing = async () => ({});

/** How often one wants letters oneself. */
export const chooseDigest = action({
  name: 'digest.choose',
  input: ChooseDigest,
  subject: async (tx, _scope, _input, { actor }) => (actor.id === null ? undefined : accountForUpdate(tx, actor.id)),
  allow: isOwnAccount,
  run: ({ tx }, { personId }, { digest }) => setDigest(tx, personId, digest),
  audit: ({ personId }, _result, { digest }) => ({ subjectKind: 'account', subjectId: personId, after: { digest } }),
});

/** Queues the letters of a working day; how many are new. Asked twice, it queues nothing more. */
export const queueDigests = action({
  name: 'digest.queue',
  input: Nothing,
  subject: nothing,
  allow: maySendDigests,
  run: ({ tx, ctx }) => queueDay(tx, ctx),
  audit: (_subject, letters) => (letters > 0 ? { subjectKind: 'digest', after: { letters } } : null),
});

/** Queues today's letters of who serves at units that were reminded. */
export const queueDigestsOf = action({
  name: 'digest.queue_of',
  input: QueueOf,
  subject: nothing,
  allow: maySendDigests,
  run: ({ tx, ctx }, _subject, { units }) => queueOf(tx, ctx, units),
  audit: () => null,
});

/** Takes the next letter in hand; undefined when none waits. */
export const claimDigest = action({
  name: 'digest.claim',
  input: Nothing,
  subject: nothing,
  allow: maySendDigests,
  async run({ tx, ctx }) {
    await carryOver(tx, ctx);
    return claimNext(tx, ctx);
  },
  audit: () => null,
});

/** The letter has gone, or there was nothing left to write. */
export const finishDigest = action({
  name: 'digest.finish',
  input: Finish,
  subject: nothing,
  allow: maySendDigests,
  run: ({ tx, ctx }, _subject, of) => finish(tx, ctx, of),
  audit: () => null,
});
