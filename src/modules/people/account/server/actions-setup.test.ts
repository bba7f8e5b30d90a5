import { afterEach, expect, test } from 'vitest';
import { unitsOn } from '#modules/organisations/unit/server/queries.ts';
import type { Database } from '#platform/server/context.ts';
import { read } from '#platform/server/db.ts';
import { contextFor, emptyDatabase, NOW, newOffice, PASSWORD } from '../../../../../tests/support/office.ts';
import { SYSTEM, systemScope } from '../../scope/rules.ts';
import { createFirstAdministrator, prepareSetup } from './actions-setup.ts';
import { listPeople } from './queries.ts';

const opened: Database[] = [];
afterEach(async () => {
  for (const database of opened.splice(0)) await database.close();
});

async function empty() {
  const database = await emptyDatabase();
  opened.push(database);
  const system = contextFor(database, NOW, { actor: SYSTEM, scope: systemScope() });
  return { system, stranger: contextFor(database, NOW) };
}

const first = (code: string, username = 'quan.tri') => ({
  code,
  username,
  fullName: 'Quản trị',
  password: PASSWORD,
  provinceName: 'Thành phố Mẫu',
  provinceNumber: ' 92 ',
});

test('the code makes an administrator and the province, once, in however many tries at the same moment', async () => {
  const { system, stranger } = await empty();
  const code = (await prepareSetup(system, {})) as string;
  const typed = code.toUpperCase().replaceAll('-', ' ');
  const tries = Array.from({ length: 20 }, (_, at) =>
    createFirstAdministrator(stranger, first(typed, `quan.tri.${at}`)),
  );
  const results = await Promise.allSettled(tries);
  expect(results.filter((each) => each.status === 'fulfilled')).toHaveLength(1);
  for (const each of results) {
    if (each.status === 'rejected')
      expect(each.reason).toMatchObject({ kind: 'forbidden', reason: { code: 'account.setup_over' } });
  }
  const [people, units] = await read(system, async (db) => [
    (await listPeople(db, system.scope, NOW, {})).people,
    await unitsOn(db, '2019-06-30'),
  ]);
  expect(people).toMatchObject([{ duties: [{ role: 'administrator', unit: 'Thành phố Mẫu' }] }]);
  expect(units).toMatchObject([{ name: 'Thành phố Mẫu', code: '92', kind: 'central_city', parentId: null }]);
});

test('a wrong code makes nothing, and the right one still works', async () => {
  const { system, stranger } = await empty();
  const code = (await prepareSetup(system, {})) as string;
  const wrong = createFirstAdministrator(stranger, first('abcd-efgh-jkmn-pqrs-tuvw'));
  await expect(wrong).rejects.toMatchObject({
    kind: 'invalid',
    fields: { code: { code: 'account.setup_code_wrong' } },
  });
  await createFirstAdministrator(stranger, first(code));
});

test('what is wrong with the form does not use up the code', async () => {
  const { system, stranger } = await empty();
  const code = (await prepareSetup(system, {})) as string;
  const short = async () =>
    createFirstAdministrator(stranger, { ...first(code), password: 'ngắn', provinceNumber: 'KG' });
  await expect(short).rejects.toMatchObject({
    fields: { password: { code: 'account.password_short' }, provinceNumber: { code: 'account.province_code_shape' } },
  });
  await createFirstAdministrator(stranger, first(code));
});

test('a new code replaces the one before; nobody but the system makes one', async () => {
  const { system, stranger } = await empty();
  const old = (await prepareSetup(system, {})) as string;
  const code = (await prepareSetup(system, {})) as string;
  await expect(createFirstAdministrator(stranger, first(old))).rejects.toMatchObject({ kind: 'invalid' });
  await expect(prepareSetup(stranger, {})).rejects.toMatchObject({ kind: 'forbidden' });
  await createFirstAdministrator(stranger, first(code));
});

test('once somebody has an account there is no code, and an old one opens nothing', async () => {
  const office = await newOffice();
  opened.push(office.database);
  expect(await prepareSetup(office.system, {})).toBeUndefined();
  await expect(createFirstAdministrator(office.stranger, first(office.code))).rejects.toMatchObject({
    kind: 'forbidden',
  });
});
