import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { reopenRegistration } from '#modules/initiatives/registration/server/actions-moves.ts';
import type { Act } from '#platform/server/action.ts';
import { write } from '#platform/server/db.ts';
import { type Cast, cycles, openCast, type PersonName, units } from '../../../../../tests/support/cast.ts';
import { leadTo, send } from '../../../../../tests/support/initiatives.ts';
import type { Pick } from '../rules.ts';
import { findOrCreateDecision, recogniseBatch } from './actions.ts';

let cast: Cast;
let picks: Pick[];
let made = 0;
beforeAll(async () => {
  cast = await openCast();
});
afterAll(() => cast.close());

/** A model of the cast's commune that waits for a decision, as the form shows it. */
async function proposed(name: string, level: 'commune' | 'district' = 'commune'): Promise<Pick> {
  const { registrationIds } = await send(cast, 'registrant', { name, levels: [level] });
  const id = registrationIds[0] as number;
  await leadTo(cast, id, level === 'commune' ? 'proposed' : 'self_assessed');
  if (level === 'district') await cast.asOwner(`update registration set state = 'proposed' where id = $1`, [id]);
  const [row] = await cast.asOwner<Pick>('select id, version from registration where id = $1', [id]);
  return row as Pick;
}

beforeEach(async () => {
  made += 1;
  picks = [await proposed(`Góp vốn xoay vòng ${made}`), await proposed(`Thắp sáng đường quê ${made}`)];
});

const decision = (over: object = {}) => ({
  number: `${made}-QĐ/BCĐ`,
  decidedOn: '01/03/2026',
  signer: 'Nguyễn Văn Mẫu',
  signerPost: 'Trưởng Ban Chỉ đạo',
  cycleId: cycles.current,
  level: 'commune' as const,
  unitId: units.commune,
  picks,
  ...over,
});
const decide = (over: object = {}, person: PersonName = 'commune_officer', key?: string) =>
  recogniseBatch(cast.contextFor(person), decision(over), key ? { key } : {});
const states = async () =>
  cast.asOwner('select id, state, recognised_by from registration where id = any ($1) order by id', [
    picks.map((pick) => pick.id),
  ]);
const untouched = () => picks.map(({ id }) => ({ id, state: 'proposed', recognised_by: null }));
const decisions = async () => (await cast.asOwner<{ count: number }>('select count(*)::int from decision'))[0]?.count;

describe('a batch', () => {
  test('is recognised under its decision, counted, told in each time line, and audited once with its rows', async () => {
    const recognised = () =>
      cast.asOwner(
        `select sum(recognised)::int as recognised from registration_count where level = 'commune' and cycle_id = 2`,
      );
    const [before] = (await recognised()) as [{ recognised: number }];
    const { id, count } = await decide();
    expect(count).toBe(2);
    expect(await states()).toEqual(picks.map((pick) => ({ id: pick.id, state: 'recognised', recognised_by: id })));
    expect(await recognised()).toEqual([{ recognised: before.recognised + 2 }]);
    const [row] = await cast.asOwner(
      'select number, decided_on::text, signer, signer_post, level, unit_id, published_at from decision where id = $1',
      [id],
    );
    expect(row).toEqual({
      number: `${made}-QĐ/BCĐ`,
      decided_on: '2026-03-01',
      signer: 'Nguyễn Văn Mẫu',
      signer_post: 'Trưởng Ban Chỉ đạo',
      level: 'commune',
      unit_id: units.commune,
      published_at: null,
    });
    const events = await cast.asOwner(
      `select registration_id, reason from registration_event where act = 'recognise' and reason = $1 order by 1`,
      [`${made}-QĐ/BCĐ`],
    );
    expect(events).toEqual(picks.map((pick) => ({ registration_id: pick.id, reason: `${made}-QĐ/BCĐ` })));
    const audited = await cast.asOwner(
      `select e.act, e.row_count, array_remove(array_agg(a.subject_id::int order by a.subject_id), null) as rows from audit_event e left join audit_row a on a.event_id = e.id
        where e.subject_kind = 'decision' and e.subject_id = $1 group by e.id order by e.id`,
      [id],
    );
    expect(audited).toEqual([
      { act: 'registration.recognise', row_count: 2, rows: picks.map((pick) => pick.id) },
      { act: 'decision.recognise', row_count: 1, rows: [] },
    ]);
  });

  test('pressed twice with one key is one decision', async () => {
    const before = (await decisions()) as number;
    const [first, second] = [
      await decide({}, 'committee_member', `key-${made}`),
      await decide({}, 'committee_member', `key-${made}`),
    ];
    expect(second).toEqual(first);
    expect(await decisions()).toBe(before + 1);
  });

  test('in which one was judged again meanwhile stops, names it, and recognises none', async () => {
    await reopenRegistration(cast.contextFor('commune_officer'), {
      id: picks[1]?.id as number,
      reason: 'Xem lại minh chứng',
    });
    const before = await decisions();
    await expect(decide()).rejects.toMatchObject({
      status: 409,
      reason: { code: 'decision.changed', params: { count: 1, names: `“Thắp sáng đường quê ${made}”` } },
    });
    expect([(await states())[0], await decisions()]).toEqual([untouched()[0], before]);
  });

  test('of which one is named by another decision already stops as well', async () => {
    await decide({ number: `A${made}`, picks: [picks[0]] });
    await expect(decide()).rejects.toMatchObject({ status: 409, reason: { code: 'decision.changed' } });
  });

  test('holds what belongs under it: a registration of another level is named', async () => {
    const stranger = await proposed(`Của cấp huyện ${made}`, 'district');
    await expect(decide({ picks: [...picks, stranger] })).rejects.toMatchObject({
      status: 409,
      reason: { code: 'decision.other_list', params: { names: `“Của cấp huyện ${made}”` } },
    });
    expect(await states()).toEqual(untouched());
  });

  test('two of which overlap, pressed at once: one stands, the other is told', async () => {
    const pressed = await Promise.allSettled([
      decide({ number: `X${made}` }),
      decide({ number: `Y${made}` }, 'committee_member'),
    ]);
    expect(pressed.map((each) => each.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(pressed.find((each) => each.status === 'rejected')).toMatchObject({
      reason: { reason: { code: 'decision.changed' } },
    });
  });
});

describe('a first page', () => {
  test('with the number of a decision that stands is refused at the number, whatever the case of its letters', async () => {
    await decide({ number: `Qđ ${made}`, picks: [picks[0]] });
    await expect(decide({ number: `QĐ ${made}`, picks: [picks[1]] })).rejects.toMatchObject({
      status: 409,
      fields: { number: { code: 'decision.number.taken' } },
    });
    expect((await states())[1]).toEqual(untouched()[1]);
  });

  test.each([
    [{ number: ' ' }, { number: 'decision.number.missing' }],
    [{ number: 'x'.repeat(101) }, { number: 'decision.too_long' }],
    [{ decidedOn: '' }, { decidedOn: 'decision.date.missing' }],
    [{ decidedOn: '30/02/2026' }, { decidedOn: 'decision.date.wrong' }],
    [{ decidedOn: '11/03/2026' }, { decidedOn: 'decision.date.future' }],
    [{ decidedOn: '31/12/2025' }, { decidedOn: 'decision.date.before_cycle' }],
    [{ signer: '' }, { signer: 'decision.signer.missing' }],
    [{ picks: [] }, { picks: 'decision.none_chosen' }],
  ])('%j is refused beside its field', async (over, fields) => {
    const codes = Object.fromEntries(Object.entries(fields).map(([name, code]) => [name, { code }]));
    await expect(decide(over)).rejects.toMatchObject({ status: 422, fields: codes });
    expect(await states()).toEqual(untouched());
  });
});

describe('who may not', () => {
  test.each([
    ['district_officer', 403, 'decision.why_not.level_commune'],
    ['provincial_officer', 403, 'decision.why_not.level_commune'],
    ['administrator', 403, 'decision.why_not.level_commune'],
    ['auditor', 403, 'refusal.read_only'],
    ['registrant', 404, 'refusal.missing'],
    ['sibling_officer', 404, 'refusal.missing'],
  ] as const)('%s: %i %s', async (person, status, code) => {
    await expect(decide({}, person)).rejects.toMatchObject({ status, reason: { code } });
    expect(await states()).toEqual(untouched());
  });

  test('an officer whose own decision would name another commune’s models: they are not within sight', async () => {
    await expect(decide({ unitId: units.sibling }, 'sibling_officer')).rejects.toMatchObject({
      status: 409,
      reason: { code: 'decision.gone', params: { count: 2 } },
    });
  });
});

test('nothing is recognised without a decision, and no decision names what was not: the table itself refuses', async () => {
  const [id] = [picks[0]?.id];
  await expect(cast.asOwner(`update registration set state = 'recognised' where id = $1`, [id])).rejects.toThrow(
    /check constraint/,
  );
  const { id: decisionId } = await decide({ picks: [picks[1]] });
  await expect(
    cast.asOwner('update registration set recognised_by = $2 where id = $1', [id, decisionId]),
  ).rejects.toThrow(/check constraint/);
});

describe('a decision of the past', () => {
  const ensure = (person: PersonName, over: object = {}) =>
    write(cast.contextFor(person), (tx) => {
      const ctx = cast.contextFor(person);
      const act: Act = { tx, ctx, now: ctx.now, later: async () => {} };
      return findOrCreateDecision.within(act, { ...decision(), number: `P${made}`, ...over });
    });

  test('is recorded and audited once, then found', async () => {
    const first = await ensure('commune_officer');
    const again = await ensure('commune_officer', { number: `p${made}` });
    expect([first.created, again]).toEqual([true, { id: first.id, created: false }]);
    const audited = await cast.asOwner(
      `select act from audit_event where subject_kind = 'decision' and subject_id = $1`,
      [first.id],
    );
    expect(audited).toEqual([{ act: 'decision.record' }]);
  });

  test('is another one on another day, and at another level', async () => {
    const ids = [
      await ensure('commune_officer'),
      await ensure('commune_officer', { decidedOn: '02/03/2026' }),
      await ensure('commune_officer', { level: 'district' }),
    ];
    expect(new Set(ids.map((each) => each.id)).size).toBe(3);
  });

  test('is recorded by its own unit and by the offices above it, and by nobody else', async () => {
    const { id } = await ensure('district_officer');
    expect(await ensure('provincial_officer')).toEqual({ id, created: false });
    await expect(ensure('sibling_officer')).rejects.toMatchObject({ status: 404 });
    await expect(ensure('auditor')).rejects.toMatchObject({ status: 403, reason: { code: 'refusal.read_only' } });
    await expect(ensure('administrator')).rejects.toMatchObject({ status: 403 });
  });
});
