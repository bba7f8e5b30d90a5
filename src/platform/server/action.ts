import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { type Reason, Refusal, refuse } from '../refusal.ts';
import { type AuditEntry, answered, type Press, recordAudit } from './audit.ts';
import type { Actor, Context, Scope, WriteDb } from './context.ts';
import { write } from './db.ts';
import { enqueue, type Job } from './jobs.ts';

/** What `run` is given: the open transaction, the moment, and jobs that are there only if the transaction commits. */
export interface Act {
  readonly tx: WriteDb;
  readonly now: Date;
  readonly ctx: Context;
  later<D extends object>(job: Job<D>, data: D): Promise<void>;
}

interface Spec<I extends z.ZodType, S, R> {
  /** Permission, audit event, log line and message key: one word. */
  name: string;
  input: I;
  /** The subject within scope, locked; nothing there means 404. */
  subject(tx: WriteDb, scope: Scope, input: z.output<I>, ctx: Context): Promise<S | undefined>;
  allow(actor: Actor, subject: NoInfer<S>, now: Date, input: z.output<I>): true | Reason;
  run(act: Act, subject: NoInfer<S>, input: z.output<I>): Promise<R>;
  /** What the audit keeps; by default the subject before and the result after. Null: autosave, which is no act of its own. */
  audit?(subject: NoInfer<S>, result: NoInfer<R>, input: z.output<I>): AuditEntry | null;
}

/** An action: call it with a context and raw input; `within` joins a caller's transaction with its own permission and audit. */
export interface Action<I extends z.ZodType, R> {
  (ctx: Context, input: z.input<I>, options?: { key?: string }): Promise<R>;
  within(act: Act, input: z.input<I>): Promise<R>;
  readonly actName: string;
}

/** Parses by a schema; what is wrong becomes a Refusal whose fields carry message keys. */
export function parse<I extends z.ZodType>(schema: I, input: unknown): z.output<I> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const fields: Record<string, Reason> = {};
  for (const issue of parsed.error.issues) {
    const field = issue.path.join('.') || 'form';
    const known = /^[a-z_]+(\.[a-z_]+)+$/.test(issue.message);
    const params = 'maximum' in issue ? { max: Number(issue.maximum) } : undefined;
    fields[field] ??= { code: known ? issue.message : `form.${issue.code}`, ...(params && { params }) };
  }
  return refuse('invalid', 'form.invalid', { fields });
}

/** An act within a transaction that is open already, for `within`: of the demo loader, which loads everything or nothing. */
export function actIn(tx: WriteDb, ctx: Context): Act {
  return { tx, ctx, now: ctx.now, later: (job, data) => enqueue(tx, ctx.database, job, data) };
}

/** Who does it: under the name of another's place where only that place allows it, else under one's own. */
function placed<I extends z.ZodType, S, R>(spec: Spec<I, S, R>, act: Act, subject: S, input: z.output<I>): Act {
  const { own, inPlace = [], ...actor } = act.ctx.actor;
  const may = (each: Actor) => spec.allow(each, subject, act.now, input) === true;
  const place = own && !may(own) ? inPlace.find(may) : undefined;
  return place ? { ...act, ctx: { ...act.ctx, actor: { ...actor, own, inPlace, name: place.name } } } : act;
}

async function perform<I extends z.ZodType, S, R>(
  spec: Spec<I, S, R>,
  act: Act,
  input: z.output<I>,
  pressed?: Omit<Press, 'answer'>,
): Promise<R> {
  const subject = await spec.subject(act.tx, act.ctx.scope, input, act.ctx);
  if (subject === undefined) refuse('missing', 'refusal.missing');
  const allowed = spec.allow(act.ctx.actor, subject, act.now, input);
  if (allowed !== true) throw new Refusal('forbidden', allowed.code, allowed.params ? { params: allowed.params } : {});
  const doing = placed(spec, act, subject, input);
  const result = await spec.run(doing, subject, input);
  const entry = spec.audit ? spec.audit(subject, result, input) : { before: subject, after: result };
  const press = pressed && { ...pressed, answer: result };
  if (entry) await recordAudit(act.tx, doing.ctx, spec.name, entry, press);
  else if (press) await answered(act.tx, press).execute();
  return result;
}

/** Holds the key for this actor and act; answers the earlier result if the same press came before. */
async function pressedBefore(
  act: Act,
  name: string,
  key: string,
  input: unknown,
): Promise<{ answer: unknown } | undefined> {
  const digest = createHash('sha256').update(JSON.stringify(input)).digest('hex');
  const actorId = act.ctx.actor.id ?? 0;
  const mine = { actor_id: actorId, act: name, key };
  const held = await act.tx
    .insertInto('idempotency_key')
    .values({ ...mine, input_digest: digest, at: act.now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('key')
    .executeTakeFirst();
  if (held) return undefined;
  const before = await act.tx
    .selectFrom('idempotency_key')
    .select(['input_digest', 'answer'])
    .where('actor_id', '=', actorId)
    .where('act', '=', name)
    .where('key', '=', key)
    .executeTakeFirstOrThrow();
  if (before.input_digest !== digest) refuse('conflict', 'refusal.key_reused');
  return { answer: before.answer };
}

/**
 * The one way to change anything: parse → begin → idempotency → subject within scope, locked → permission → run → audit →
 * jobs → commit. A refusal with `keep` commits what was written and is then thrown.
 */
export function action<I extends z.ZodType, S, R>(spec: Spec<I, S, R>): Action<I, R> {
  const call = async (ctx: Context, raw: z.input<I>, options: { key?: string } = {}): Promise<R> => {
    const input = parse(spec.input, raw);
    return write(
      ctx,
      async (tx) => {
        const act = actIn(tx, ctx);
        if (!options.key) return perform(spec, act, input);
        const before = await pressedBefore(act, spec.name, options.key, raw);
        if (before) return before.answer as R;
        return perform(spec, act, input, { actorId: ctx.actor.id ?? 0, act: spec.name, key: options.key });
      },
      (failure) => failure instanceof Refusal && failure.keep,
    );
  };
  return Object.assign(call, {
    within: async (act: Act, raw: z.input<I>) => perform(spec, act, parse(spec.input, raw)),
    actName: spec.name,
  });
}
