import { unitById } from '#modules/organisations/unit/server/queries.ts';
import { refuse } from '#platform/refusal.ts';
import { action } from '#platform/server/action.ts';
import { dayOf } from '#platform/server/context.ts';
import { asRead } from '#platform/server/db.ts';
import { mayManageBody } from '../policy.ts';
import { ChangeBody, CreateBody, DissolveBody } from '../schema.ts';
import { bodyForUpdate, endBody, endMembers, insertBody, updateBody } from './store.ts';

/** A body of a unit that stands today. */
export const createBody = action({
  name: 'body.create',
  input: CreateBody,
  subject: async (_tx, _scope, { unitId }) => ({ unitId }),
  allow: (actor, unit) => mayManageBody(actor, unit),
  async run({ tx, now }, _subject, input): Promise<{ id: number }> {
    if (!(await unitById(asRead(tx), input.unitId, dayOf(now)))) wrong('unitId', 'account.unit_missing');
    return { id: await insertBody(tx, input) };
  },
  audit: (_subject, { id }, input) => ({
    subjectKind: 'body',
    subjectId: id,
    unitId: input.unitId,
    after: { ...input },
  }),
});

/** What its decision says of it: the name, the decision, what it is merged with, its standing office. */
export const changeBody = action({
  name: 'body.change',
  input: ChangeBody,
  subject: (tx, _scope, { id }) => bodyForUpdate(tx, id),
  allow: (actor, body) => mayManageBody(actor, body),
  run: ({ tx }, body, input) => updateBody(tx, body.id, input),
  audit: (body, _nothing, input) => ({
    subjectKind: 'body',
    subjectId: body.id,
    unitId: body.unitId,
    before: { ...body },
    after: { ...input },
  }),
});

/** Ends a body on a day, with every membership and the duties that these brought. */
export const dissolveBody = action({
  name: 'body.dissolve',
  input: DissolveBody,
  subject: (tx, _scope, { id }) => bodyForUpdate(tx, id),
  allow: (actor, body) => mayManageBody(actor, body),
  async run({ tx }, body, { on }): Promise<number[]> {
    if (body.endsOn) refuse('conflict', 'body.ended_already');
    if (on <= body.foundedOn) wrong('on', 'body.ends_before');
    await endBody(tx, body.id, on);
    return endMembers(tx, body.id, on);
  },
  audit: (body, ended, { on }) => ({
    subjectKind: 'body',
    subjectId: body.id,
    unitId: body.unitId,
    after: { on },
    rows: ended,
  }),
});

function wrong(field: string, code: string): never {
  return refuse('invalid', 'form.invalid', { fields: { [field]: { code } } });
}
