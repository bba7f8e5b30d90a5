import { afterAll, beforeAll, expect, test } from 'vitest';
import { disableAccount } from '#modules/people/account/server/actions.ts';
import { newOffice, PASSWORD } from '../support/office.ts';
import { type Site, startSite } from '../support/site.ts';
import { Visitor } from '../support/visitor.ts';

let site: Site;
beforeAll(async () => {
  const office = await newOffice();
  for (const name of ['co.that', 'co.that.2', 'co.that.3']) await office.add(name, 'committee_member');
  const { personId } = await office.add('da.nghi', 'committee_member');
  await disableAccount(office.system, { personId });
  await office.database.close();
  site = await startSite({}, { url: office.database.url, drop: async () => {} });
});
afterAll(() => site.stop());

/** What a stranger can tell of one try: all but the name that was typed and what counts requests. */
async function answerTo(username: string, password: string) {
  const { status, headers, body } = await new Visitor(site.origin).signIn(username, password);
  const { date: _date, etag: _etag, 'x-request-id': _id, ...rest } = headers;
  return { status, rest, body: body.replaceAll(username, 'NAME') };
}

test('wrong password, unknown name and disabled account answer alike, up to and beyond the lock', async () => {
  for (let tries = 1; tries <= 6; tries++) {
    const known = await answerTo('co.that', 'sai mật khẩu');
    expect(known.status).toBe(tries < 5 ? 422 : 429);
    expect(await answerTo('la.hoac', 'sai mật khẩu')).toEqual(known);
    expect(await answerTo('da.nghi', PASSWORD)).toEqual(known);
  }
});

test('an unknown name takes as long as a wrong password', async () => {
  const timed = async (username: string) => {
    const began = performance.now();
    await answerTo(username, 'sai mật khẩu');
    return performance.now() - began;
  };
  const [known, unknown]: [number[], number[]] = [[], []];
  for (let tries = 0; tries < 4; tries++) {
    for (const name of ['co.that.2', 'co.that.3']) known.push(await timed(name));
    for (const name of ['chua.co.1', 'chua.co.2']) unknown.push(await timed(name));
  }
  // Without the work for unknown names the ratio was about 0.1.
  const least = (times: number[]) => Math.min(...times);
  expect(least(unknown) / least(known)).toBeGreaterThan(0.5);
  expect(least(unknown) / least(known)).toBeLessThan(2);
});
