import { randomUUID } from 'node:crypto';
import { SYSTEM, systemScope } from '#modules/people/scope/rules.ts';
import { Refusal } from '#platform/refusal.ts';
import type { Context } from '#platform/server/context.ts';
import { connect } from '#platform/server/db.ts';
import { settings } from '#platform/server/settings.ts';
import { sentenceOf } from './sentences.ts';
import { withDatabase } from './with-database.ts';

/** Runs a command's work as the system itself, on this place's database; a refusal becomes its Vietnamese sentences. */
export function asSystem<T>(work: (ctx: Context) => Promise<T>, say?: (line: string) => void): Promise<T> {
  return withDatabase(async (url) => {
    const database = connect(url, 2);
    const ctx = {
      database,
      actor: SYSTEM,
      scope: systemScope(),
      now: settings().now ?? new Date(),
      requestId: randomUUID(),
    };
    try {
      return await work(ctx);
    } catch (failure) {
      throw failure instanceof Refusal ? new Error(sentenceOf(failure)) : failure;
    } finally {
      await database.close();
    }
  }, say);
}
