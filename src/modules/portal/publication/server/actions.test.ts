import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { recogniseBatch } from '#modules/decisions/decision/server/actions.ts';
import { publicScope } from '#modules/people/scope/rules.ts';
import { read } from '#platform/server/db.ts';
import { type Cast, cycles, openCast, units } from '../../../../../tests/support/cast.ts';
import { leadTo, send } from '../../../../../tests/support/initiatives.ts';
import { publishDecision, unpublishRegistration } from './actions.ts';

let cast: Cast;
let decisionId: number;
let ids: number[];
let made = 0;
beforeAll(async () => {
  cast = await openCast();
});
afterAll(() => cast.close());

beforeEach(async () => {
  made += 1;
  ids = [];
  for (const [name, subject] of [
    [`Của tập thể ${made}`, 'collective'],
    [`Của cá nhân ${made}`, 'individual'],
  ] as const) {
    const { registrationIds } = await send(cast, 'commune_officer', {
      name,
      subject,
      registrantName: `Người đăng ký ${subject}`,
    });
    ids.push(registrationIds[0] as number);
    await leadTo(cast, ids.at(-1) as number, 'proposed');
  }
  const rows = await cast.asOwner<{ id: number; version: number }>(
    'select id, version from registration where id = any ($1)',
    [ids],
  );
  const { id } = await recogniseBatch(cast.contextFor('commune_officer'), {
    number: `${made}-QĐ`,
    decidedOn: '2026-03-02',
    signer: 'Nguyễn Văn Mẫu',
    cycleId: cycles.current,
    level: 'commune',
    unitId: units.commune,
    picks: rows,
  });
  decisionId = id;
});

/** What anyone sees of these models, through row security. */
const inPublic = () =>
  read({ ...cast.contextFor('registrant'), scope: publicScope() }, (db) =>
    db
      .selectFrom('registration as r')
      .innerJoin('initiative as i', 'i.id', 'r.initiative_id')
      .innerJoin('initiative_version as v', 'v.id', 'r.version_id')
      .leftJoin('decision as d', 'd.id', 'r.recognised_by')
      .select(['v.name', 'i.public_registrant', 'd.number'])
      .where('r.id', 'in', ids)
      .orderBy('r.id')
      .execute(),
  );

test('recognised is not yet published', async () => {
  expect(await inPublic()).toEqual([]);
});

test('a decision’s models are published: collectives by name, individuals without', async () => {
  const { ids: published } = await publishDecision(cast.contextFor('commune_officer'), { decisionId });
  expect(published.sort()).toEqual(ids);
  expect(await inPublic()).toEqual([
    { name: `Của tập thể ${made}`, public_registrant: 'Người đăng ký collective', number: `${made}-QĐ` },
    { name: `Của cá nhân ${made}`, public_registrant: null, number: `${made}-QĐ` },
  ]);
  const [event] = await cast.asOwner(
    `select row_count from audit_event where act = 'initiative.publish' and subject_id = $1`,
    [decisionId],
  );
  expect(event).toEqual({ row_count: 2 });
  const [row] = await cast.asOwner('select published_at from decision where id = $1', [decisionId]);
  expect(row).toEqual({ published_at: cast.contextFor('auditor').now });
});

test('publishing again finds nothing left; of one taken back only that one', async () => {
  const ctx = cast.contextFor('commune_officer');
  await publishDecision(ctx, { decisionId });
  await expect(publishDecision(ctx, { decisionId })).rejects.toMatchObject({
    status: 409,
    reason: { code: 'publication.nothing_left' },
  });
  await unpublishRegistration(ctx, { decisionId, registrationId: ids[0] as number });
  expect((await inPublic()).map((row) => row.name)).toEqual([`Của cá nhân ${made}`]);
  expect(await publishDecision(ctx, { decisionId })).toEqual({ ids: [ids[0]] });
});

test('one taken back keeps its recognition, and nothing of it stays in public', async () => {
  const ctx = cast.contextFor('commune_officer');
  await publishDecision(ctx, { decisionId });
  await unpublishRegistration(ctx, { decisionId, registrationId: ids[0] as number });
  const [row] = await cast.asOwner(
    `select r.state, r.published_at, i.published_at as model, i.public_registrant, v.published_at as version
      from registration r join initiative i on i.id = r.initiative_id join initiative_version v on v.id = r.version_id where r.id = $1`,
    [ids[0]],
  );
  expect(row).toEqual({ state: 'recognised', published_at: null, model: null, public_registrant: null, version: null });
  await expect(unpublishRegistration(ctx, { decisionId, registrationId: ids[0] as number })).rejects.toMatchObject({
    status: 409,
    reason: { code: 'publication.not_public' },
  });
});

test.each([
  ['committee_member', 403, 'publication.why_not.level_commune'],
  ['district_officer', 403, 'publication.why_not.level_commune'],
  ['auditor', 403, 'refusal.read_only'],
  ['sibling_officer', 404, 'refusal.missing'],
] as const)('%s may neither publish nor take back: %i', async (person, status, code) => {
  await publishDecision(cast.contextFor('commune_officer'), { decisionId });
  const ctx = cast.contextFor(person);
  await expect(publishDecision(ctx, { decisionId })).rejects.toMatchObject({ status, reason: { code } });
  const one = unpublishRegistration(ctx, { decisionId, registrationId: ids[0] as number });
  await expect(one).rejects.toMatchObject({ status, reason: { code } });
  expect(await inPublic()).toHaveLength(2);
});
