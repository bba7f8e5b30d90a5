import { afterAll, beforeAll, expect, test } from 'vitest';
import { choicesFor } from '#modules/initiatives/registration/server/queries-choices.ts';
import { knownActs, listAuditEvents } from '#modules/people/audit/server/queries.ts';
import { read } from '#platform/server/db.ts';
import { askedFilter, recordLinks } from '../../src/routes/(office)/office/audit/records.ts';
import { ask } from '../support/asking.ts';
import { type Cast, openCast, units } from '../support/cast.ts';
import { siteOf } from '../support/portal.ts';
import { type Hidden, hideSecrets } from '../support/secrets.ts';
import type { Site } from '../support/site.ts';

let cast: Cast;
let site: Site;
let hidden: Hidden;
let session: string;
beforeAll(async () => {
  cast = await openCast();
  hidden = await hideSecrets(cast);
  site = await siteOf(cast);
  session = await cast.sessionOf('administrator');
}, 60_000);
afterAll(async () => {
  await site?.stop();
  await cast?.close();
});

const get = (path: string, form?: Record<string, string>) => ask(site.origin, session, path, form);
const rowsIn = (html: string) => html.split('<tr role="row">').length - 1;

test('a model’s history is every act on it, from its own page on', async () => {
  const { initiativeId, registrationId } = hidden.of.own.models.published;
  const address = `/office/audit?kind=initiative&id=${initiativeId}`;
  expect((await get(`/office/initiatives/${initiativeId}`)).text).toContain(address.replace('&', '&amp;'));
  const { text } = await get(address);
  for (const words of ['Gửi đăng ký', 'Tiếp nhận', 'Đăng ký ']) expect(text).toContain(words);
  expect(text).toContain(`/office/initiatives/${initiativeId}?registration=${registrationId}`);
  const others = await ask(site.origin, await cast.sessionOf('commune_officer'), `/office/initiatives/${initiativeId}`);
  expect(others.text).not.toContain('/office/audit');
});

test('it is searched by unit, person, act and day; what cannot be read is said', async () => {
  expect(rowsIn((await get(`/office/audit?unit=${units.sibling}&act=registration.accept`)).text)).toBeGreaterThan(1);
  expect((await get('/office/audit?q=khong+ai+ca')).text).toContain('Không có việc nào khớp');
  expect((await get('/office/audit?from=01/01/2030')).text).toContain('Không có việc nào khớp');
  expect((await get('/office/audit?from=mai')).text).toContain('Chưa hiểu “Từ ngày”');
});

test('before and after stand side by side, and the download holds the rows of the search', async () => {
  const { text } = await get('/office/audit?act=registration.accept');
  expect(text).toMatch(
    /<dt>Trạng thái<\/dt>[^d]*<dd>.*?<del>Đã gửi, chờ tiếp nhận<\/del>.*?<ins>Đang thực hiện<\/ins>/,
  );
  const csv = await get('/office/audit/list.csv?act=registration.return');
  expect(csv.text.match(/registration\.return/g)).toHaveLength(4);
  expect(csv.text).toContain('Lý do: — → Lý do zqown.');
});

test('a page asks five queries at most, beside the session’s', async () => {
  const ctx = cast.contextFor('administrator');
  const before = cast.database.queries;
  await read(ctx, async (db) => {
    const asked = `kind=initiative&id=${hidden.of.own.models.published.initiativeId}&q=officer&unit=4&from=1/1/2026`;
    const { filter } = await askedFilter(db, new URLSearchParams(asked));
    const { events } = await listAuditEvents(db, ctx.scope, filter);
    expect(events.length).toBeGreaterThan(2);
    await recordLinks(db, events, true);
    await choicesFor(db, ctx);
    await knownActs(db);
  });
  expect(cast.database.queries - before).toBeLessThanOrEqual(5);
});

test('content is taken out with a reason, and nobody reads it any more', async () => {
  const [event] = await cast.asOwner<{ id: number }>(
    `select id from audit_event where act = 'registration.return' limit 1`,
  );
  const path = `/office/audit/${event?.id}`;
  expect((await get(path)).text).toContain('Lý do zq');
  expect((await get(`${path}?/anonymise`, { reason: 'thôi' })).text).toContain('ít nhất 10 ký tự');
  expect((await get(`${path}?/anonymise`, { reason: 'Theo đơn đề nghị.' })).status).toBe(303);
  const { text } = await get(path);
  expect(text).not.toContain('Lý do zq');
  expect(text).toContain('Theo đơn đề nghị.');
  expect((await get(`${path}?/anonymise`, { reason: 'Theo đơn đề nghị.' })).text).toContain('đã được ẩn từ trước');
});

test('a page of the longest texts is at most 60 kB', async () => {
  await cast.asOwner(`insert into audit_event (at, actor_name, act, subject_kind, subject_id, unit_id, after, request_id)
    select now(), 'Nguyễn Hoàng Phương Thảo Nguyên', 'registration.submit', 'registration', n, 4, jsonb_build_object('content',
      repeat('ủy ban nhân dân ', 99), 'objectives', repeat('ủy ban nhân dân ', 99), 'outputs', repeat('ễ', 999)), 'r' from generate_series(1, 60) n`);
  const { text } = await get('/office/audit');
  expect(rowsIn(text)).toBe(30);
  expect(Buffer.byteLength(text)).toBeLessThan(60_000);
});
