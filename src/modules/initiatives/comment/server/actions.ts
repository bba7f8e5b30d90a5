import { refuse } from '#platform/refusal.ts';
import { action } from '#platform/server/action.ts';
import type { Context, WriteDb } from '#platform/server/context.ts';
import { asRead } from '#platform/server/db.ts';
import { mailIsOn } from '#platform/server/mail.ts';
import { mayComment, mayEdit, mayReadMentions, mayWithdraw } from '../policy.ts';
import { IN_TEN_MINUTES, reads } from '../rules.ts';
import { EditComment, ReadMentions, WithdrawComment, WriteComment } from '../schema.ts';
import { sendMention } from './jobs.ts';
import { type CommentedModel, commentedModel, mentionable } from './queries.ts';
import { commentForUpdate, insertComment, readMentions, rewordComment, saidLately, withdrawComment } from './store.ts';

/** What the audit keeps of every act: that somebody spoke and to whom, never what; private notes stay private. */
const entry = (model: CommentedModel, after: object) => ({
  subjectKind: 'initiative',
  subjectId: model.id,
  unitId: model.registrations.at(-1)?.keeperUnitId as number,
  after,
});

/** Says something of a model to an audience; whom it names is told, on their home page and by mail. */
export const writeComment = action({
  name: 'comment.write',
  input: WriteComment,
  async subject(tx, _scope, { id }, ctx) {
    const model = await commentedModel(asRead(tx), ctx, id);
    return model && { ...model, people: await mentionable(asRead(tx), ctx, id) };
  },
  allow: (actor, { registrations, people }, _now, { audience }) =>
    mayComment(actor, registrations, audience, people.find(({ id }) => id === actor.id)?.seats ?? []),
  async run(act, { people }, { id, audience, text, mentions }): Promise<{ id: number }> {
    const { tx, ctx } = act;
    const wrong = (code: string, name: string): never =>
      refuse('invalid', 'form.invalid', { fields: { mentions: { code, params: { name } } } });
    const named = [...new Set(mentions)].map((personId) => {
      const person = people.find((each) => each.id === personId && each.id !== ctx.actor.id);
      if (!person) return wrong('comment.mention_nobody', '');
      return reads(person, audience) ? person : wrong('comment.mention_closed', person.name);
    });
    if ((await saidLately(tx, ctx)) >= IN_TEN_MINUTES)
      refuse('too_many', 'comment.too_many', { params: { max: IN_TEN_MINUTES } });
    const commentId = await insertComment(tx, ctx, { ...audience, id, text, mentions: named });
    // Who answers has read.
    await readMentions(tx, ctx, id);
    if (mailIsOn()) for (const person of named) await act.later(sendMention, { commentId, personId: person.id });
    return { id: commentId };
  },
  audit: (model, { id }, { audience, mentions }) => entry(model, { commentId: id, ...audience, mentions }),
});

/** A comment of the session's reading with its model. */
async function subject(tx: WriteDb, ctx: Context, input: { id: number; commentId: number }) {
  const model = await commentedModel(asRead(tx), ctx, input.id);
  const comment = model && (await commentForUpdate(tx, ctx, input));
  return comment && { model, comment };
}

/** Puts one's own comment otherwise, soon after; the earlier wording can be read under it. */
export const editComment = action({
  name: 'comment.edit',
  input: EditComment,
  subject: (tx, _scope, input, ctx) => subject(tx, ctx, input),
  allow: (actor, { comment }, now) => mayEdit(actor, comment, now),
  run: ({ tx, ctx }, { comment }, { text }) => rewordComment(tx, ctx, comment.id, text),
  audit: ({ model, comment }) => entry(model, { commentId: comment.id }),
});

/** Takes one's own comment back: its words are shown no more, that it was there stays. */
export const takeBackComment = action({
  name: 'comment.withdraw',
  input: WithdrawComment,
  subject: (tx, _scope, input, ctx) => subject(tx, ctx, input),
  allow: (actor, { comment }) => mayWithdraw(actor, comment),
  run: ({ tx, ctx }, { comment }) => withdrawComment(tx, ctx, comment.id),
  audit: ({ model, comment }) => entry(model, { commentId: comment.id }),
});

/** Says that one has read where one is named on a model: it waits no more. */
export const readOwnMentions = action({
  name: 'comment.read',
  input: ReadMentions,
  subject: (tx, _scope, { id }, ctx) => commentedModel(asRead(tx), ctx, id),
  allow: (actor) => mayReadMentions(actor),
  run: ({ tx, ctx }, { id }) => readMentions(tx, ctx, id),
  audit: (model) => entry(model, {}),
});
