import { createHash } from 'node:crypto';
import { fileNameOf, fileTypeOf } from '#platform/file-types.ts';
import { refuse } from '#platform/refusal.ts';
import { type Act, action } from '#platform/server/action.ts';
import { recordAudit } from '#platform/server/audit.ts';
import { asRead } from '#platform/server/db.ts';
import { refuseManyNames } from '../../account/server/queries-names.ts';
import { mayManageBody } from '../policy.ts';
import { bringsDuty, MOST_BYTES, REGULATION_TYPES } from '../rules.ts';
import { AddFile, AddMember, EndMember } from '../schema.ts';
import {
  type Body,
  bodyForUpdate,
  endMembers,
  insertFile,
  insertMember,
  insertPerson,
  personOfUsername,
} from './store.ts';

/** A member from a day on; of a steering committee with the duty at its unit that goes with it. */
export const addMember = action({
  name: 'body.add_member',
  input: AddMember,
  subject: (tx, _scope, { id }) => bodyForUpdate(tx, id),
  allow: (actor, body) => mayManageBody(actor, body),
  async run(act, body, input): Promise<{ memberId: number; personId: number }> {
    if (input.from < body.foundedOn) wrong('from', 'body.before_founding');
    if (body.endsOn && input.from >= body.endsOn) refuse('conflict', 'body.ended_already');
    const personId = await personOf(act, body, input);
    try {
      const member = { personId, role: input.role, charge: input.charge, from: input.from };
      return { personId, memberId: await insertMember(act.tx, act.ctx, body, member, bringsDuty(body.kind)) };
    } catch (failure) {
      // On the body at that time already, or somebody else is its head.
      const { code, constraint } = failure as { code?: string; constraint?: string };
      if (code !== '23P01') throw failure;
      return constraint?.includes('role') ? wrong('role', 'body.role_taken') : wrong('username', 'body.member_already');
    }
  },
  audit: (body, { memberId, personId }, { role, charge, from }) => ({
    ...of(body),
    after: { memberId, personId, role, charge, from },
  }),
});

/** Who is named: a person without an account, or whose user name it is; one that is nobody's is on record too. */
async function personOf(act: Act, body: Body, input: { username: string; fullName: string }): Promise<number> {
  const { tx, ctx, now } = act;
  if (input.username === '') return insertPerson(tx, input.fullName, body.unitId, now);
  await refuseManyNames(asRead(tx), ctx);
  const person = await personOfUsername(tx, input.username);
  if (person) return person.id;
  await recordAudit(tx, ctx, 'body.name_unknown', { ...of(body), after: { username: input.username } });
  return wrong('username', 'body.person_unknown', true);
}

/** A membership ends, and with it the duty that it brought. */
export const endMember = action({
  name: 'body.end_member',
  input: EndMember,
  subject: (tx, _scope, { id }) => bodyForUpdate(tx, id),
  allow: (actor, body) => mayManageBody(actor, body),
  async run({ tx }, body, { memberId, on }): Promise<number[]> {
    const ended = await endMembers(tx, body.id, on, memberId);
    return ended.length > 0 ? ended : wrong('on', 'body.member_ends_before');
  },
  audit: (body, ended, { on }) => ({ ...of(body), after: { on }, rows: ended }),
});

/** A working regulation; the newest is in force. */
export const addRegulation = action({
  name: 'body.add_regulation',
  input: AddFile,
  subject: (tx, _scope, { id }) => bodyForUpdate(tx, id),
  allow: (actor, body) => mayManageBody(actor, body),
  async run({ tx, ctx }, body, { file }): Promise<{ fileId: number }> {
    if (file.bytes.byteLength === 0) wrong('file', 'body.file_missing');
    if (file.bytes.byteLength > MOST_BYTES) wrong('file', 'body.file_large');
    const type = fileTypeOf(file.bytes);
    if (!type || !REGULATION_TYPES.includes(type)) wrong('file', 'body.file_type');
    const kept = { bodyId: body.id, name: nameOf(file), type, bytes: file.bytes };
    return { fileId: await insertFile(tx, ctx, kept) };
  },
  audit: (body, { fileId }, { file }) => ({
    ...of(body),
    after: {
      fileId,
      name: nameOf(file),
      size: file.bytes.byteLength,
      sha256: createHash('sha256').update(file.bytes).digest('hex'),
    },
  }),
});

const nameOf = (file: { name: string }) => fileNameOf(file.name, 'quy-che');
const of = (body: Body) => ({ subjectKind: 'body', subjectId: body.id, unitId: body.unitId });

function wrong(field: string, code: string, keep = false): never {
  return refuse('invalid', 'form.invalid', { keep, fields: { [field]: { code } } });
}
