import { randomUUID } from 'node:crypto';
import { createAccount } from '#modules/people/account/server/actions.ts';
import { createFirstAdministrator, prepareSetup } from '#modules/people/account/server/actions-setup.ts';
import type { Role } from '#modules/people/appointment/rules.ts';
import { PUBLIC, publicScope, SYSTEM, scopeOf, systemScope } from '#modules/people/scope/rules.ts';
import { type NewSession, signIn } from '#modules/people/session/server/actions.ts';
import { openSession, sessionId } from '#modules/people/session/server/queries.ts';
import type { Context, Database } from '#platform/server/context.ts';
import { connect } from '#platform/server/db.ts';
import { migrate } from '#platform/server/migrate.ts';
import { onServer, withDatabase } from './cluster.ts';

export const NOW = new Date('2020-02-24T09:00:00+07:00');
export const PASSWORD = 'ba bờ dừa xanh';

let made = 0;

/** `signIn` of who has no second factor. */
export async function signInWhole(...given: Parameters<typeof signIn>): Promise<NewSession> {
  const begun = await signIn(...given);
  if ('ticket' in begun) throw new Error('a second step is asked');
  return begun;
}

/**
 * A place as its first visitor leaves it: migrated, one province, one administrator (`quan.tri`), nothing else. For tests of
 * how people get in; what needs a living province uses `testDatabase`.
 */
export async function newOffice() {
  const database = await emptyDatabase();
  const system = contextFor(database, NOW, { actor: SYSTEM, scope: systemScope() });
  const code = (await prepareSetup(system, {})) as string;
  const stranger = contextFor(database, NOW);
  const first = {
    username: 'quan.tri',
    fullName: 'Quản trị',
    password: PASSWORD,
    provinceName: 'Tỉnh Mẫu',
    provinceNumber: '91',
  };
  const { personId } = await createFirstAdministrator(stranger, { code, ...first });
  return {
    database,
    system,
    stranger,
    code,
    administratorId: personId,
    /** Adds a person at the province. */
    add: (username: string, role: Role, more: { registrant?: string } = {}) =>
      createAccount(system, { username, fullName: username, password: PASSWORD, role, unitId: 1, ...more }),
    /** A context at `now` of who signs in by name, and the token of the session. */
    async enter(username: string, now = NOW, password = PASSWORD): Promise<Context & { token: string }> {
      const { token } = await signInWhole(contextFor(database, now), { username, password });
      const session = await openSession(database, token, now);
      if (!session) throw new Error(`${username} has no session`);
      const who = { actor: session.actor, scope: scopeOf(session.actor) };
      return { ...contextFor(database, now, who), session: sessionId(token), token };
    },
  };
}

/** A context of nobody in particular, or of `who`. */
export function contextFor(
  database: Database,
  now: Date,
  who: Pick<Context, 'actor' | 'scope'> = { actor: PUBLIC, scope: publicScope() },
): Context {
  return { database, now, requestId: randomUUID(), ...who };
}

/** A migrated database with nothing in it, whatever the template holds. Swept with the run that made it. */
export async function emptyDatabase(): Promise<Database> {
  const template = process.env.KHEO_TEST_TEMPLATE as string;
  const [, run] = new URL(template).pathname.split('_');
  const name = `test_${run}_${process.pid}_empty${made++}`;
  await onServer(withDatabase(template, 'postgres'), (server) => server.query(`create database ${name}`));
  const url = withDatabase(template, name);
  await migrate(url);
  return connect(url);
}
