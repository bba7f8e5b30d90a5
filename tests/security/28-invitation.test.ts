import { afterAll, beforeAll, expect, test } from 'vitest';
import { newOffice, PASSWORD } from '../support/office.ts';
import { type Site, startSite } from '../support/site.ts';
import { openSmtp } from '../support/smtp.ts';
import { Visitor } from '../support/visitor.ts';

const PUBLIC_ADDRESS = 'https://kheo.example.vn';
const HERE = { origin: PUBLIC_ADDRESS };

let office: Awaited<ReturnType<typeof newOffice>>;
let smtp: Awaited<ReturnType<typeof openSmtp>>;
let site: Site;
beforeAll(async () => {
  office = await newOffice();
  smtp = await openSmtp();
  site = await startSite(
    { ORIGIN: PUBLIC_ADDRESS, MAIL_URL: smtp.url, MAIL_FROM: 'kheo@example.vn' },
    { url: office.database.url, drop: async () => {} },
  );
});
afterAll(async () => {
  await site.stop();
  await smtp.close();
  await office.database.close();
});

const invite = (administrator: Visitor, more: Record<string, string>) =>
  administrator.post(
    '/office/people/invite',
    { fullName: 'Lê Thị Hoa', role: 'provincial_officer', unitId: '1', subject: 'collective', ...more },
    HERE,
  );

test('an invitation comes by letter, opens one account, and its link stands nowhere else', async () => {
  const administrator = new Visitor(site.origin);
  await administrator.post('/dang-nhap', { username: 'quan.tri', password: PASSWORD }, HERE);
  const sent = await invite(administrator, { email: 'hoa@example.vn' });
  expect(sent.location).toBe('/office/people/invitations?done=sent');
  const { text } = await smtp.letterTo('hoa@example.vn');
  const link = /https:\/\/kheo\.example\.vn(\/loi-moi\?ma=([\w-]{43}))/.exec(text);
  const [, path = '', token = 'x'] = link ?? [];
  const presses = await Promise.all(
    Array.from({ length: 20 }, (_, n) =>
      new Visitor(site.origin).post(path, { username: `le.hoa.${n}`, password: PASSWORD }, HERE),
    ),
  );
  expect(presses.map(({ status }) => status).sort()).toEqual([303, ...Array(19).fill(404)]);
  expect(site.said()).not.toContain(token);
  const { rows } = await office.database.pool.query('select data::text from pgboss.job');
  expect(JSON.stringify(rows)).not.toContain(token);
  expect((await administrator.get('/office/people/invitations', HERE)).body).not.toContain('Lê Thị Hoa');
}, 60_000);

test('no more than three letters a day go to one address, whoever is invited there', async () => {
  const administrator = new Visitor(site.origin);
  await administrator.post('/dang-nhap', { username: 'quan.tri', password: PASSWORD }, HERE);
  const statuses: number[] = [];
  for (let time = 0; time < 5; time++) statuses.push((await invite(administrator, { email: 'ban@example.vn' })).status);
  expect(statuses).toEqual([303, 303, 303, 429, 429]);
});

test('without an address the link is told once, to be handed over', async () => {
  const administrator = new Visitor(site.origin);
  await administrator.post('/dang-nhap', { username: 'quan.tri', password: PASSWORD }, HERE);
  const { body } = await invite(administrator, { fullName: 'Trần Văn Bình' });
  expect(body).toMatch(/https:\/\/kheo\.example\.vn\/loi-moi\?ma=[\w-]{43}/);
  expect((await administrator.get('/office/people/invitations', HERE)).body).not.toContain('ma=');
});

test('who asks is told the answer by letter, and an address that is changed is told so', async () => {
  const wish = {
    unitId: '1',
    fullName: 'Đỗ Văn Xin',
    email: 'xin@example.vn',
    role: 'provincial_officer',
    reason: 'Phụ trách.',
  };
  const asked = await new Visitor(site.origin).post('/xin-tai-khoan?don-vi=1', wish, HERE);
  expect(asked.location).toBe('/xin-tai-khoan?sent');
  const administrator = new Visitor(site.origin);
  await administrator.post('/dang-nhap', { username: 'quan.tri', password: PASSWORD }, HERE);
  const answer = { id: '1', answer: 'Đơn vị đã có người.' };
  expect((await administrator.post('/office/people/requests?/refuse', answer, HERE)).location).toContain(
    'done=refused',
  );
  expect((await smtp.letterTo('xin@example.vn')).text).toContain('Đơn vị đã có người.');

  await office.add('co.thu', 'auditor');
  const { actor } = await office.enter('co.thu');
  const set = (email: string) => administrator.post(`/office/people/${actor.id}?/email`, { email }, HERE);
  expect((await set('cu@example.vn')).location).toContain('done=email.set');
  expect((await set('moi@example.vn')).location).toContain('done=email.set');
  expect((await smtp.letterTo('cu@example.vn')).text).toContain('đã đổi địa chỉ thư');
}, 60_000);
