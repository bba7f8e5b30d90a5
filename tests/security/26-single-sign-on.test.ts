import { afterAll, beforeAll, expect, test } from 'vitest';
import { disableAccount } from '#modules/people/account/server/actions.ts';
import { invitePerson } from '#modules/people/invitation/server/actions.ts';
import { write } from '#platform/server/db.ts';
import { newOffice, PASSWORD } from '../support/office.ts';
import { CLIENT, openProvider } from '../support/oidc.ts';
import { type Site, startSite } from '../support/site.ts';
import { Visitor } from '../support/visitor.ts';

const PUBLIC_ADDRESS = 'https://kheo.example.vn';
const HERE = { origin: PUBLIC_ADDRESS };

let office: Awaited<ReturnType<typeof newOffice>>;
let provider: Awaited<ReturnType<typeof openProvider>>;
let site: Site;
beforeAll(async () => {
  office = await newOffice();
  provider = await openProvider(`${PUBLIC_ADDRESS}/dang-nhap/mot-cua/ve`);
  site = await startSite(
    {
      ORIGIN: PUBLIC_ADDRESS,
      OIDC_ISSUER: provider.issuer,
      OIDC_CLIENT_ID: CLIENT.id,
      OIDC_CLIENT_SECRET: CLIENT.secret,
      OIDC_LABEL: 'Cổng của tỉnh',
    },
    { url: office.database.url, drop: async () => {} },
  );
});
afterAll(async () => {
  await site?.stop();
  await provider?.close();
  await office?.database.close();
});

/** The way there and back of one browser; answers where the site then leads. */
async function through(
  visitor: Visitor,
  name: string,
  start = '/dang-nhap/mot-cua?next=%2Foffice%2Funits',
  mend = (url: URL) => url,
) {
  const out = await visitor.get(start, { host: 'evil.example' });
  if (!out.location.startsWith(provider.issuer))
    throw new Error(`${out.status} ${out.location} ${site.said().slice(-1500)}`);
  const back = mend(await provider.signIn(out.location, name));
  expect(back.origin).toBe(PUBLIC_ADDRESS);
  return (await visitor.get(back.pathname + back.search)).location;
}
async function signedIn(username: string) {
  await office.add(username, 'auditor');
  const visitor = new Visitor(site.origin);
  await visitor.post('/dang-nhap', { username, password: PASSWORD }, HERE);
  return visitor;
}
const link = (visitor: Visitor, name: string) => through(visitor, name, '/dang-nhap/mot-cua?link');

test('an account that its owner has linked is opened by the provider, and by nobody else there', async () => {
  const page = await new Visitor(site.origin).get('/dang-nhap');
  expect(page.body).toContain('Đăng nhập bằng Cổng của tỉnh');
  expect(await through(new Visitor(site.origin), 'hoa')).toBe('/dang-nhap?why=single_sign_on.unknown');
  expect(await link(await signedIn('le.hoa'), 'hoa')).toBe('/tai-khoan/mot-cua?done=now_linked');
  const visitor = new Visitor(site.origin);
  expect(await through(visitor, 'hoa')).toBe('/office/units');
  expect((await visitor.get('/tai-khoan')).body).toContain('le.hoa');
  expect(await through(new Visitor(site.origin), 'binh')).toBe('/dang-nhap?why=single_sign_on.unknown');
});

test('a subject belongs to one account, and an account to one subject', async () => {
  const [one, other] = [await signedIn('mot.nguoi'), await signedIn('nguoi.khac')];
  expect(await link(one, 'mot')).toBe('/tai-khoan/mot-cua?done=now_linked');
  expect(await link(other, 'mot')).toBe('/tai-khoan/mot-cua?why=single_sign_on.taken');
  expect(await link(one, 'hai')).toBe('/tai-khoan/mot-cua?why=single_sign_on.taken');
  expect((await one.post('/tai-khoan/mot-cua?/unlink', {}, HERE)).location).toBe('/tai-khoan/mot-cua?done=unlinked');
  expect(await through(new Visitor(site.origin), 'mot')).toBe('/dang-nhap?why=single_sign_on.unknown');
});

test('an address that the provider names is nobody’s proof', async () => {
  await signedIn('co.thu');
  await write(office.system, (tx) =>
    tx.updateTable('person').set({ email: 'co.thu@example.vn' }).where('full_name', '=', 'co.thu').execute(),
  );
  expect(await through(new Visitor(site.origin), 'co.thu')).toBe('/dang-nhap?why=single_sign_on.unknown');
});

test('an answer to another question, another browser’s, or one heard before opens nothing', async () => {
  await link(await signedIn('can.than'), 'can');
  const failed = '/dang-nhap?why=single_sign_on.failed';
  const changed = (name: string) => (url: URL) => {
    url.searchParams.set(name, 'x'.repeat(43));
    return url;
  };
  for (const name of ['state', 'code', 'iss'])
    expect(await through(new Visitor(site.origin), 'can', undefined, changed(name))).toBe(failed);
  const victim = new Visitor(site.origin);
  const out = await victim.get('/dang-nhap/mot-cua');
  const back = await provider.signIn(out.location, 'can');
  const stranger = new Visitor(site.origin);
  await stranger.get('/dang-nhap/mot-cua');
  expect((await stranger.get(back.pathname + back.search)).location).toBe(failed);
  const ticket = String(victim.cookies.get('kheo_way'));
  expect((await victim.get(back.pathname + back.search)).location).toBe('/office');
  const again = new Visitor(site.origin);
  again.cookies.set('kheo_way', ticket);
  expect((await again.get(back.pathname + back.search)).location).toBe(failed);
});

test('a next of another site leads nowhere else, a disabled account stays closed', async () => {
  const visitor = await signedIn('sap.nghi');
  await link(visitor, 'nghi');
  expect(await through(new Visitor(site.origin), 'nghi', '/dang-nhap/mot-cua?next=//evil.example')).toBe('/office');
  const { actor } = await office.enter('sap.nghi');
  await disableAccount(office.system, { personId: actor.id as number });
  expect(await through(new Visitor(site.origin), 'nghi')).toBe('/dang-nhap?why=single_sign_on.unknown');
});

test('to link, one is signed in', async () => {
  const out = await new Visitor(site.origin).get('/dang-nhap/mot-cua?link');
  expect(out.location).toBe('/tai-khoan/mot-cua?why=session.needed');
});

test('who is invited opens the account by the provider alone, once, and comes again by it', async () => {
  const administrator = await office.enter('quan.tri', new Date());
  const person = { fullName: 'Mai Thị Liên', role: 'auditor' as const, unitId: 1 };
  const { link: address } = await invitePerson(administrator, person);
  const token = new URL(address ?? '').searchParams.get('ma') ?? '';
  const visitor = new Visitor(site.origin);
  expect((await visitor.get(`/loi-moi?ma=${token}`)).body).toContain('Mở tài khoản bằng Cổng của tỉnh');
  const start = `/dang-nhap/mot-cua?moi=${token}`;
  // The invitation is asked for again at the end of the way: two set out, one arrives.
  const [out, late] = [await visitor.get(start), new Visitor(site.origin)];
  const lateOut = await late.get(start);
  const back = await provider.signIn(out.location, 'lien');
  expect((await visitor.get(back.pathname + back.search)).location).toBe('/office');
  const lateBack = await provider.signIn(lateOut.location, 'ke.khac');
  expect((await late.get(lateBack.pathname + lateBack.search)).location).toBe('/dang-nhap?why=invitation.over');
  expect((await visitor.get('/tai-khoan')).body).toContain('chưa có mật khẩu');
  expect(await through(new Visitor(site.origin), 'lien')).toBe('/office/units');
  expect((await new Visitor(site.origin).get(start)).location).toBe('/dang-nhap?why=invitation.over');
  const { rows } = await office.database.pool.query("select body::text from ticket where purpose = 'single_sign_on'");
  expect(JSON.stringify(rows)).not.toContain(token);
});

test('sixty ways to the provider in ten minutes are enough for one place, and links of those who are in are not counted', async () => {
  const own = await signedIn('dang.vao');
  const asked: string[] = [];
  for (let time = 0; time < 70; time++) asked.push((await new Visitor(site.origin).get('/dang-nhap/mot-cua')).location);
  expect(asked.at(-1)).toBe('/dang-nhap?why=session.begun_too_often');
  expect(asked.filter((place) => place.startsWith(provider.issuer)).length).toBeLessThan(60);
  expect((await new Visitor(site.origin).post('/dang-nhap/khoa/hoi', {}, HERE)).status).toBe(429);
  expect((await own.get('/dang-nhap/mot-cua?link')).location).toContain(provider.issuer);
  expect((await own.get('/tai-khoan')).status).toBe(200);
});
