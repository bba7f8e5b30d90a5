import { randomUUID } from 'node:crypto';
import { prepareSetup } from '#modules/people/account/server/actions-setup.ts';
import { SYSTEM, systemScope } from '#modules/people/scope/rules.ts';
import { connect } from '#platform/server/db.ts';
import { settings } from '#platform/server/settings.ts';

/** Makes a place in which nobody has an account ready for its first visitor: answers the code, or nothing if somebody has one. */
export async function prepareEmpty(url: string): Promise<string | undefined> {
  const database = connect(url, 1);
  try {
    const now = settings().now ?? new Date();
    return await prepareSetup({ database, actor: SYSTEM, scope: systemScope(), now, requestId: randomUUID() }, {});
  } finally {
    await database.close();
  }
}
