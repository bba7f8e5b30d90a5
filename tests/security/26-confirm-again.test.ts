import { expect, test } from 'vitest';
import { NOW, newOffice, PASSWORD } from '../support/office.ts';
import { startSite } from '../support/site.ts';
import { Visitor } from '../support/visitor.ts';

test('after a quarter of an hour a form that matters asks for the password within itself, and loses nothing typed', async () => {
  const office = await newOffice();
  const siteAt = (minutes: number) =>
    startSite(
      { KHEO_NOW: new Date(NOW.getTime() + minutes * 60_000).toISOString() },
      { url: office.database.url, drop: async () => {} },
    );
  const early = await siteAt(0);
  const before = new Visitor(early.origin);
  await before.signIn('quan.tri', PASSWORD);
  expect((await before.get('/office/people/new')).body).not.toContain('name="confirm"');
  await early.stop();

  const site = await siteAt(16);
  const administrator = new Visitor(site.origin);
  administrator.cookies.set('kheo_session', String(before.cookies.get('kheo_session')));
  expect((await administrator.get('/office/people/new')).body).toContain('name="confirm"');
  const form = {
    fullName: 'Lê Thị Hoa',
    username: 'le.thi.hoa',
    initial: 'một câu đầu tiên',
    role: 'auditor',
    unitId: '1',
  };
  const send = (confirm: Record<string, string>) => administrator.post('/office/people/new', { ...form, ...confirm });
  for (const confirm of [{}, { confirm: 'sai rồi' }]) {
    const { status, body } = await send(confirm as Record<string, string>);
    expect(status).toBe('confirm' in confirm ? 422 : 403);
    for (const typed of ['Lê Thị Hoa', 'le.thi.hoa', 'một câu đầu tiên']) expect(body).toContain(`value="${typed}"`);
    expect(body).toContain('name="confirm"');
    expect(body).not.toContain('sai rồi');
  }
  expect((await send({ confirm: PASSWORD })).location).toBe('/office/people?done=created');
  expect((await administrator.get('/office/people/new')).body).not.toContain('name="confirm"');
  await site.stop();
  await office.database.close();
}, 60_000);
