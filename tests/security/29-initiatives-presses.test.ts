import { afterAll, beforeAll, expect, test } from 'vitest';
import { sendKey } from '#modules/initiatives/draft/rules-form.ts';
import { createDraft } from '#modules/initiatives/draft/server/actions.ts';
import { submitRegistration } from '#modules/initiatives/registration/server/actions.ts';
import { acceptRegistration, recallRegistration } from '#modules/initiatives/registration/server/actions-moves.ts';
import { type Cast, openCast } from '../support/cast.ts';
import { countedIn, draftOf, send } from '../support/initiatives.ts';

// Fifty at once, as fifty windows or a script would press: what may happen once happens once.
let cast: Cast;
beforeAll(async () => {
  cast = await openCast();
});
afterAll(() => cast.close());

const fifty = <T>(work: () => Promise<T>) => Promise.allSettled(Array.from({ length: 50 }, work));
const done = <T>(results: PromiseSettledResult<T>[]) =>
  results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));

test('a draft is sent once, with the form’s key and without one', async () => {
  const ctx = cast.contextFor('registrant');
  const before = (await countedIn(cast)).any ?? 0;
  const keyed = await draftOf(cast, 'registrant');
  const receipts = done(await fifty(() => submitRegistration(ctx, { id: keyed }, { key: sendKey(keyed) })));
  expect(receipts).toHaveLength(50);
  expect(new Set(receipts.map((receipt) => receipt.initiativeId)).size).toBe(1);

  const bare = await draftOf(cast, 'registrant');
  expect(done(await fifty(() => submitRegistration(ctx, { id: bare })))).toHaveLength(1);
  expect((await countedIn(cast)).any).toBe(before + 2);
});

test('a registration is taken in once, whoever is first', async () => {
  const { registrationIds } = await send(cast, 'registrant');
  const [id] = registrationIds as [number];
  const officers = ['commune_officer', 'district_officer', 'provincial_officer'] as const;
  let turn = 0;
  const results = await fifty(() =>
    acceptRegistration(cast.contextFor(officers[turn++ % 3] ?? 'commune_officer'), { id, version: 1 }),
  );
  expect(done(results)).toHaveLength(1);
  const events = await cast.asOwner(`select 1 from registration_event where registration_id = $1 and act = 'accept'`, [
    id,
  ]);
  expect(events).toHaveLength(1);
});

test('of a recalled registration one draft is begun', async () => {
  const { registrationIds } = await send(cast, 'registrant');
  const [registrationId] = registrationIds as [number];
  await recallRegistration(cast.contextFor('registrant'), { id: registrationId });
  const drafts = done(await fifty(() => createDraft(cast.contextFor('registrant'), { registrationId })));
  expect(new Set(drafts.map((draft) => draft.id)).size).toBe(1);
});
