import * as otp from 'otpauth';
import { takeEmail } from '#modules/people/email/server/actions.ts';
import { issueProof } from '#modules/people/email/server/actions-issue.ts';
import { setEmail } from '#modules/people/email/server/store.ts';
import { invitePerson } from '#modules/people/invitation/server/actions.ts';
import { claimAccount } from '#modules/people/invitation/server/actions-claim.ts';
import { askToEnter } from '#modules/people/passkey/server/actions-enter.ts';
import { resetOwnPassword } from '#modules/people/reset/server/actions.ts';
import { issueReset } from '#modules/people/reset/server/actions-issue.ts';
import { beginSecondFactor, finishSecondFactor } from '#modules/people/second-factor/server/actions.ts';
import { takeSecondStep } from '#modules/people/second-factor/server/actions-step.ts';
import { setupOf } from '#modules/people/second-factor/server/queries.ts';
import { signIn } from '#modules/people/session/server/actions.ts';
import { knownDevice, openSession } from '#modules/people/session/server/queries.ts';
import { ticketIsGood } from '#modules/people/ticket/server/queries.ts';
import { refuse } from '#platform/refusal.ts';
import { read, write } from '#platform/server/db.ts';
import { contextFor, NOW, type newOffice, PASSWORD } from './office.ts';

type Office = Awaited<ReturnType<typeof newOffice>>;
const MINUTE = 60_000;
const DAY = 1440;

/** Everything random that opens a door, and for how many minutes it does. */
export const LIVES = {
  session: 12 * 60,
  device: 180 * DAY,
  second_step: 5,
  passkey: 5,
  reset: 30,
  email: 60,
  invitation: 7 * DAY,
} as const;
export type Kind = keyof typeof LIVES;
export const KINDS = Object.keys(LIVES) as Kind[];

export const at = (minutes: number) => new Date(NOW.getTime() + minutes * MINUTE);
export const codeAt = (secret: string, now: Date) =>
  otp.TOTP.generate({ secret: otp.Secret.fromBase32(secret.replaceAll(' ', '')), timestamp: now.getTime() });

/** Turns two-step verification on for who has entered; answers the secret of the telephone and the recovery codes. */
async function withPhone(here: Awaited<ReturnType<Office['enter']>>, now = NOW) {
  await beginSecondFactor({ ...here, now }, {});
  const setup = await read(here, (db) => setupOf(db, here.scope, here.actor.id as number));
  const secret = setup?.secret ?? '';
  return { secret, codes: await finishSecondFactor({ ...here, now }, { code: codeAt(secret, now) }) };
}

let people = 0;

/** One token of each kind, all made at NOW around one new person, and what each door answers to whoever comes with a token. */
export async function tokensOf(office: Office) {
  const username = `le.hoa.${++people}`;
  const email = `${username}@example.vn`;
  const { personId } = await office.add(username, 'auditor');
  const first = await signIn(contextFor(office.database, NOW), { username, password: PASSWORD });
  if (!('token' in first)) throw new Error('a second step is asked');
  const here = await office.enter(username);
  const { secret } = await withPhone(here);
  const { token: session } = here;
  const half = await signIn(contextFor(office.database, NOW), { username, password: PASSWORD });
  await write(office.system, (tx) => setEmail(tx, personId, email));
  const administrator = await office.enter('quan.tri');
  const person = { fullName: username, role: 'auditor' as const, unitId: 1 };
  const { link } = await invitePerson(administrator, { ...person, email: '' });
  const tokens: Record<Kind, string> = {
    session,
    device: first.device ?? '',
    second_step: 'ticket' in half ? half.ticket : '',
    passkey: (await askToEnter(contextFor(office.database, NOW), { origin: 'https://kheo.example.vn' })).ticket,
    reset: (await issueReset(office.system, { email }))?.token ?? '',
    email: (await issueProof(office.system, { personId, email: `moi.${email}` }))?.token ?? '',
    invitation: new URL(link ?? 'http://x').searchParams.get('ma') ?? '',
  };
  /** What a door answers: throws, or answers nothing, unless the token is one of its own and still good. */
  const doors: Record<Kind, (token: string, now: Date) => Promise<unknown>> = {
    session: async (token, now) => (await openSession(office.database, token, now)) ?? refuse('missing', 'x'),
    device: async (token, now) =>
      (await read({ ...office.system, now }, (db) => knownDevice(db, personId, token, now))) ?? refuse('missing', 'x'),
    second_step: (ticket, now) =>
      takeSecondStep(contextFor(office.database, now), { ticket, code: codeAt(secret, now), from: {} }),
    passkey: async (token, now) =>
      (await read(office.system, (db) => ticketIsGood(db, 'passkey', token, now))) || refuse('missing', 'x'),
    reset: (token, now) =>
      resetOwnPassword(contextFor(office.database, now), { token, password: 'một câu mới của tôi' }),
    email: (token, now) => takeEmail({ ...here, now }, { token }),
    invitation: (token, now) =>
      claimAccount(contextFor(office.database, now), token, { username: `moi.${people}`, password: PASSWORD }, {}),
  };
  return { personId, username, here, secret, tokens, doors };
}
