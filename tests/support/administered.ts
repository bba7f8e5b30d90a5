import { randomBytes } from 'node:crypto';
import type { Role } from '../../src/modules/people/appointment/rules.ts';
import { scopeOf } from '../../src/modules/people/scope/rules.ts';
import { expiryOf } from '../../src/modules/people/session/rules.ts';
import { openSession, sessionId, tokenHash } from '../../src/modules/people/session/server/queries.ts';
import type { Context } from '../../src/platform/server/context.ts';
import { type Cast, NOW, type UnitName, units } from './cast.ts';

/** People with several duties, or none, beside the cast: who administers people somewhere, and whom. */
export interface Extra {
  home: UnitName;
  duties: readonly (readonly [Role, UnitName])[];
  account?: false;
}

/** Around a district (units 2, 4, 5) and what is not it (1, 3, 6). */
export const AROUND_DISTRICT = {
  at_district: { home: 'district', duties: [['people_administrator', 'district']] },
  officer_too: {
    home: 'province',
    duties: [
      ['provincial_officer', 'province'],
      ['people_administrator', 'commune'],
    ],
  },
  fellow: { home: 'district', duties: [['people_administrator', 'district']] },
  below: { home: 'commune', duties: [['people_administrator', 'commune']] },
  above: { home: 'province', duties: [['people_administrator', 'province']] },
  inside: { home: 'commune', duties: [['commune_officer', 'commune']] },
  sibling: { home: 'otherCommune', duties: [['commune_officer', 'otherCommune']] },
  mixed: {
    home: 'commune',
    duties: [
      ['commune_officer', 'commune'],
      ['commune_officer', 'otherCommune'],
    ],
  },
  moved_away: { home: 'commune', duties: [['commune_officer', 'otherCommune']] },
  watcher: { home: 'commune', duties: [['auditor', 'commune']] },
  seated: { home: 'commune', duties: [['commune_officer', 'commune']] },
  unserving: { home: 'commune', duties: [] },
  waiting: { home: 'commune', duties: [['registrant', 'commune']], account: false },
  waiting_mixed: {
    home: 'commune',
    duties: [
      ['registrant', 'commune'],
      ['commune_officer', 'otherCommune'],
    ],
    account: false,
  },
} as const satisfies Record<string, Extra>;

/** Enters people beside the cast. Answers their ids and the ids of their duties, by name. */
export async function enterPeople<N extends string>(
  cast: Cast,
  people: Record<N, Extra>,
): Promise<Record<N, { id: number; duties: number[] }>> {
  const made = {} as Record<N, { id: number; duties: number[] }>;
  for (const [name, { home, duties, account }] of Object.entries<Extra>(people) as [N, Extra][]) {
    const [person] = await cast.asOwner<{ id: number }>(
      'insert into person (full_name, unit_id) values ($1, $2) returning id',
      [name.replaceAll('_', ' '), units[home]],
    );
    const id = person?.id as number;
    if (account !== false)
      await cast.asOwner(`insert into account (person_id, username, password_hash) values ($1, $2, '!')`, [id, name]);
    const given: number[] = [];
    for (const [role, unit] of duties) {
      const [duty] = await cast.asOwner<{ id: number }>(
        `insert into appointment (person_id, role, unit_id, registrant_id, valid) values ($1, $2, $3, $4, '[2010-01-01,)') returning id`,
        [id, role, units[unit], role === 'registrant' ? 1 : null],
      );
      given.push(duty?.id as number);
    }
    made[name] = { id, duties: given };
  }
  return made;
}

/** The cookie of a session of somebody, just confirmed. */
export async function tokenOf(cast: Cast, personId: number, now = new Date()): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await cast.asOwner(
    `insert into session (token_hash, person_id, created_at, last_seen_at, confirmed_at, expires_at) values ($1, $2, $3, $3, $3, $4)`,
    [tokenHash(token), personId, now, expiryOf(now, now)],
  );
  return token;
}

/** The context of a request of somebody who is signed in and has just confirmed it. */
export async function signedIn(cast: Cast, personId: number): Promise<Context> {
  const token = await tokenOf(cast, personId, NOW);
  const session = await openSession(cast.database, token, NOW);
  if (!session) throw new Error(`${personId} has no session.`);
  const { actor } = session;
  return {
    database: cast.database,
    actor,
    scope: scopeOf(actor),
    now: NOW,
    requestId: `test-${personId}`,
    session: sessionId(token),
  };
}
