import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createDraft } from '#modules/initiatives/draft/server/actions.ts';
import { draftPage } from '#modules/initiatives/draft/server/queries-page.ts';
import { recordPage } from '#modules/initiatives/initiative/server/queries-page.ts';
import * as moves from '#modules/initiatives/registration/server/actions-moves.ts';
import { receiptOf } from '#modules/initiatives/registration/server/queries-receipt.ts';
import { refuse } from '#platform/refusal.ts';
import { read } from '#platform/server/db.ts';
import { type Cast, openCast, type PersonName } from '../support/cast.ts';
import { draftOf, type send as Send, send } from '../support/initiatives.ts';

// By changing an id nobody reaches what belongs to a sibling, a neighbour or a stranger: it is not there.
const OUTSIDE = [
  'sibling_registrant',
  'sibling_officer',
  'other_registrant',
  'other_officer',
  'other_district_officer',
] as const;
let cast: Cast;
let sent: Awaited<ReturnType<typeof Send>>;
let draftId: number;
beforeAll(async () => {
  cast = await openCast();
  sent = await send(cast, 'registrant');
  draftId = await draftOf(cast, 'registrant');
});
afterAll(() => cast.close());

const id = () => sent.registrationIds[0] as number;
const reading = <T>(person: PersonName, work: Parameters<typeof read<T>>[1]) => read(cast.contextFor(person), work);

describe.each(OUTSIDE)('%s', (person) => {
  const ctx = () => cast.contextFor(person);
  const DOORS: Record<string, () => Promise<unknown>> = {
    'a record': () => reading(person, (db) => recordPage(db, ctx(), sent.initiativeId, id())),
    'a receipt': () =>
      reading(person, async (db) => (await receiptOf(db, ctx(), id())) ?? refuse('missing', 'refusal.missing')),
    'a draft': () => reading(person, (db) => draftPage(db, ctx(), draftId)),
    'a draft of it': () => createDraft(ctx(), { registrationId: id() }),
    accepting: () => moves.acceptRegistration(ctx(), { id: id() }),
    returning: () => moves.returnRegistration(ctx(), { id: id(), reason: 'x' }),
    recalling: () => moves.recallRegistration(ctx(), { id: id() }),
    'self-assessing': () => moves.selfAssessRegistration(ctx(), { id: id() }),
    withdrawing: () => moves.withdrawRegistration(ctx(), { id: id(), reason: 'x' }),
    reopening: () => moves.reopenRegistration(ctx(), { id: id(), reason: 'x' }),
    proposing: () => moves.proposeRegistration(ctx(), { id: id() }),
    recognising: () => moves.recogniseRegistrations(ctx(), { ids: [id()], decisionId: 1, number: 'x' }),
  };
  test.each(Object.keys(DOORS))('%s', async (door) => {
    await expect((DOORS[door] as () => Promise<unknown>)()).rejects.toMatchObject({ kind: 'missing' });
  });
});

test('and nothing of it was changed', async () => {
  const rows = await cast.asOwner('select state, version from registration where id = $1', [id()]);
  expect(rows).toEqual([{ state: 'submitted', version: 1 }]);
});
