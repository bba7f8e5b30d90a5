import { afterAll, beforeAll, expect, test } from 'vitest';
import { prepareFeedback } from '#modules/appraisals/feedback/server/actions.ts';
import { written } from '#modules/appraisals/outcome/rules.ts';
import { applyStaged, stageVerdict } from '#modules/appraisals/outcome/server/actions.ts';
import { outcomesOf } from '#modules/appraisals/outcome/server/queries.ts';
import { askBlind } from '#modules/appraisals/review/server/actions-blind.ts';
import { writeComment } from '#modules/initiatives/comment/server/actions.ts';
import { read } from '#platform/server/db.ts';
import { plainText } from '#platform/vietnamese.ts';
import { dutiesOf } from '../../src/duties.ts';
import { ask, eachOf } from '../support/asking.ts';
import { actorOf, type Cast, NOW, openCast } from '../support/cast.ts';
import { onServer } from '../support/cluster.ts';
import { leadTo, send } from '../support/initiatives.ts';
import { siteOf } from '../support/portal.ts';
import { idOfPerson, scoredBy, scoringOf } from '../support/reviews.ts';
import { PAGES } from '../support/route-pages.ts';
import { type Hidden, HOLDERS, type Made } from '../support/secrets.ts';
import type { Site } from '../support/site.ts';

// Whoever reads a model blind finds neither its registrant's nor its writer's name, on whatever surface they look.
const REGISTRANT = 'Chi hội Phụ nữ ấp Hòa Bình';
const AUTHOR = 'Nguyễn Thị Vàng Anh';
// For whom the author stood when it was sent.
const ABSENT = 'Lê Văn Vắng Mặt';
const READER = 'sibling_officer';
let cast: Cast;
let site: Site;
let session: string;
let id: number;
let made: Made;
let reviewId: number;
let teamId: number;

beforeAll(async () => {
  cast = await openCast();
  await cast.asOwner(`update person set full_name = $1 where id = $2`, [AUTHOR, idOfPerson('registrant')]);
  teamId = await scoredBy(cast, ['committee_member']);
  const { initiativeId, registrationIds } = await send(cast, 'registrant', {
    name: 'CHI HOI PHU NU AP HOA BINH vận động góp vốn',
    content: `Bà ${AUTHOR} cùng ${REGISTRANT} đến từng nhà.\nchi  hội phụ nữ ấp hoà bình; NGUYEN THI VANG ANH. Thay ông ${ABSENT}.`,
  });
  id = registrationIds[0] as number;
  await leadTo(cast, id, 'self_assessed');
  await cast.asOwner(`alter table registration_event disable trigger registration_event_grows;
    update registration_event set actor_name = '${AUTHOR} (thay ${ABSENT})' where actor_id = ${idOfPerson('registrant')};
    alter table registration_event enable trigger registration_event_grows`);
  const [row] = await cast.asOwner<{ code: string }>(`select code from initiative where id = ${initiativeId}`);
  made = { initiativeId, registrationId: id, districtId: 0, version: 1, code: row?.code ?? '' };
  const remark = { id: initiativeId, audience: 'readers', text: `${REGISTRANT} đã bổ sung.`, mentions: [] };
  await writeComment(cast.contextFor('commune_officer'), remark);
  await askBlind(cast.contextFor('commune_officer'), { registrationId: id, username: READER });
  const [review] = await cast.asOwner<{ id: number }>(`select id from review where how = 'blind'`);
  reviewId = review?.id ?? 0;
  session = await cast.sessionOf(READER);
  site = await siteOf(cast);
}, 60_000);
afterAll(async () => {
  await site?.stop();
  await cast?.close();
});

/** Every address of the site with the model in it, wherever an address names anything. */
function everyAddress(): string[] {
  const numbers = { draftId: 1, decisionId: 1, publishedDecisionId: 1, receivedId: 1, writtenId: 1, uninvitedId: 1 };
  const ids = { invitationId: 1, registrantId: 1, officeId: 1, handoverId: 1, bodyId: 1, regulationId: 1, teamId: 1 };
  const models = new Proxy({} as Record<string, Made>, {
    get: () => made,
    ownKeys: () => ['one'],
    getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true, value: made }),
  });
  const one = { models, personId: idOfPerson('registrant'), ...numbers, ...ids };
  const hidden = {
    of: Object.fromEntries(HOLDERS.map((holder) => [holder, one])),
    ...{ districtDecisionId: 1, reorganisationId: 1, reorganisationDraftId: 1 },
  } as unknown as Hidden;
  const pages = [...PAGES.values()].flatMap((page) => page.paths('own', hidden));
  const asked = ['nguyen thi vang anh', 'hoa binh', made.code].map(encodeURIComponent);
  const searches = asked.flatMap((q) =>
    ['initiatives', 'appraisals', 'decisions'].map((list) => `/office/${list}?q=${q}`),
  );
  return [...new Set([...pages, ...searches, `/office/appraisals/${id}`, `/office/appraisals/blind/${reviewId}`])];
}

test('no surface tells a blind reader the names, as a page or as data', async () => {
  const leaks: string[] = [];
  let opened = 0;
  // Who asks for an account chooses among all registrants of a unit: that page names them to anybody, and no model.
  const addresses = everyAddress().filter((path) => !/^\/(dang-xuat|xin-tai-khoan)/.test(path));
  await eachOf(addresses, async (path) => {
    const [place = '', query = ''] = path.split('?');
    for (const address of [path, `${place === '/' ? '' : place}/__data.json?${query}`]) {
      const { status, text } = await ask(site.origin, session, address);
      if (status === 200) opened += 1;
      // What was searched for stands in the field that it was typed into.
      const read = plainText(text.replaceAll(/value="[^"]*"|[?&;]q=[^"&]*/g, ''));
      for (const name of [REGISTRANT, AUTHOR, ABSENT])
        if (read.includes(plainText(name)) && !address.includes('?q=')) leaks.push(`${address}: ${name}`);
      if (address.includes('?q=') && read.includes('van dong gop von')) leaks.push(`${address}: the model is found`);
    }
  });
  expect(leaks).toEqual([]);
  expect(opened).toBeGreaterThan(20);
  const sheet = await ask(site.origin, session, `/office/appraisals/blind/${reviewId}`);
  expect(sheet.status).toBe(200);
  expect(sheet.text).toContain('█████ vận động góp vốn');
  // The names could have leaked: who may read the model reads them.
  const officer = await ask(site.origin, await cast.sessionOf('commune_officer'), `/office/appraisals/${id}`);
  expect([officer.text.includes(REGISTRANT), officer.text.includes(AUTHOR)]).toEqual([true, true]);
}, 60_000);

test('waits for its reader among their duties, and names nothing there', async () => {
  const waiting = (await dutiesOf(cast.contextFor(READER))).filter(({ kind }) => kind === 'read_blind');
  expect(waiting).toMatchObject([{ count: 1, names: [], whose: '', href: `/office/appraisals/blind/${reviewId}` }]);
});

test('row security shows a blind reader no row that holds them', async () => {
  const ctx = { ...cast.contextFor(READER), actor: actorOf(READER) };
  const rows = await read(ctx, async (db) => [
    ...(await db.selectFrom('registration').selectAll().execute()),
    ...(await db.selectFrom('initiative_version').selectAll().execute()),
    ...(await db.selectFrom('registration_event').selectAll().execute()),
    ...(await db.selectFrom('registrant').where('name', '=', REGISTRANT).selectAll().execute()),
  ]);
  expect(rows).toEqual([]);
});

test('scores given blind count with the others, and the audit of them names the review only', async () => {
  const fields = { asked: '1', p1: '20', note: 'Rõ', key: 'mot' };
  const [second] = await cast.asOwner<{ id: number }>(`select max(id) as id from criterion where cycle_id = 2`);
  const body = new URLSearchParams([
    ...Object.entries(fields),
    ['asked', String(second?.id)],
    [`p${second?.id}`, '30'],
  ]);
  const response = await fetch(`${site.origin}/office/appraisals/blind/${reviewId}?/review`, {
    ...{ method: 'POST', redirect: 'manual', body },
    headers: { accept: 'text/html', origin: site.origin, cookie: `kheo_session=${session}` },
  });
  expect(response.status).toBe(303);
  const officer = cast.contextFor('commune_officer');
  const { reviews } = await scoringOf(officer, id);
  expect(reviews).toMatchObject([{ how: 'blind', state: 'given', total: 10_000 }]);
  const [event] = await cast.asOwner(`select subject_kind, unit_id from audit_event where act = 'review.give_blind'`);
  expect(event).toEqual({ subject_kind: 'review', unit_id: null });
});

test('only who has no other way to the model can be asked, past the policy too, and names are few an hour', async () => {
  const to = (username: string) => askBlind(cast.contextFor('commune_officer'), { registrationId: id, username });
  const refused = async (username: string, code: string) =>
    expect(to(username)).rejects.toMatchObject({ fields: { username: { code } } });
  await refused('district_officer', 'review.blind_reads');
  await refused('administrator', 'review.blind_reads');
  await refused('registrant', 'review.blind_reads');
  await refused('khong-co', 'review.blind_nobody');
  await refused(READER, 'review.blind_asked');
  const insert = `insert into review (registration_id, person_id, person_name, how, at)
    values (${id}, ${idOfPerson('district_officer')}, 'x', 'blind', '${NOW.toISOString()}')`;
  const past = onServer(cast.url, async (server) => {
    await server.query(`set role kheo_app; select set_config('kheo.scope_all', 'on', false)`);
    return server.query(insert);
  });
  await expect(past).rejects.toThrow(/row-level security/);
  let last: unknown;
  for (let n = 0; n < 60; n += 1) last = await to(`ten.thu.${n}`).catch((failure) => failure.kind);
  expect(last).toBe('too_many');
});

test('what the registrant is told names no blind reader, and a blind reader finds none of it', async () => {
  const officer = cast.contextFor('commune_officer');
  await cast.asOwner('alter table review_score disable trigger review_score_grows');
  await cast.asOwner(`update review_score set advice = 'Lời của người chấm kín'`);
  await cast.asOwner('alter table review_score enable trigger review_score_grows');
  await stageVerdict(officer, { teamId, ids: [id], verdict: 'proposed', reason: 'Tốt' });
  const told = `Góp ý cho ${REGISTRANT} và ${AUTHOR}.`;
  const [staged] = await cast.asOwner<{ revision: number }>('select revision from staged_verdict');
  await prepareFeedback(officer, { registrationId: id, seen: staged?.revision ?? 0, feedback: told });
  const registrant = await cast.sessionOf('registrant');
  const surfaces = ['', '/__data.json'].flatMap((end) => [
    ...[`/office/registrations/${id}/feedback`, `/office/initiatives/${made.initiativeId}`].map((path) => path + end),
    `/office/appraisals/${id}${end}`,
  ]);
  const allOf = async (of: string) =>
    (await Promise.all(surfaces.map((path) => ask(site.origin, of, path)))).map(({ status, text }) =>
      status === 200 ? text : '',
    );
  // Before the verdict: the council reads the words, with nobody's name; the registrant nothing.
  const page = await ask(site.origin, await cast.sessionOf('commune_officer'), surfaces[0] ?? '');
  expect([page.text.includes('Lời của người chấm kín'), page.text.includes(actorOf(READER).name)]).toEqual([
    true,
    false,
  ]);
  expect((await allOf(registrant)).filter((text) => /Lời của người chấm kín|Góp ý cho Chi hội/.test(text))).toEqual([]);
  const rows = await read(officer, (db) => outcomesOf(db, idOfPerson('commune_officer'), teamId));
  await applyStaged(officer, { teamId, seen: written(rows) });
  const after = await allOf(registrant);
  expect(after.filter((text) => text.includes('Góp ý cho Chi hội')).length).toBeGreaterThan(1);
  const private_ = new RegExp(`Lời của người chấm kín|Rõ|${actorOf(READER).name}`);
  expect(after.filter((text) => private_.test(text.replaceAll(/[Rr]õ (người|ràng)/g, '')))).toEqual([]);
  const blind = [
    ...(await allOf(session)),
    (await ask(site.origin, session, `/office/appraisals/blind/${reviewId}`)).text,
  ];
  expect(blind.filter((text) => plainText(text).includes(plainText(AUTHOR)) || text.includes('Góp ý cho'))).toEqual([]);
});
