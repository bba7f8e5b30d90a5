import { createHash, randomBytes } from 'node:crypto';
import * as otp from 'otpauth';
import type { WriteDb } from '#platform/server/context.ts';
import { codeAsMade, readableCode } from '../../account/rules.ts';
import { codeOfPhone, RECOVERY_CODES, TOTP } from '../rules.ts';

const hashOf = (code: string) => createHash('sha256').update(codeAsMade(code)).digest();

/** A new secret, not asked for until a code of it was given. */
export async function replaceSecret(tx: WriteDb, personId: number, now: Date): Promise<void> {
  const fresh = { secret: randomBytes(TOTP.secretBytes), used_step: 0, created_at: now, confirmed_at: null };
  await tx
    .insertInto('second_factor')
    .values({ person_id: personId, ...fresh })
    .onConflict((there) => there.column('person_id').doUpdateSet(fresh))
    .execute();
}

export interface SecondFactor {
  personId: number;
  secret: Buffer;
  usedStep: number;
  confirmedAt: Date | null;
}

/** The second factor of a person, also one that waits for its first code; held until the end of the transaction. */
export async function secondFactorForUpdate(tx: WriteDb, personId: number): Promise<SecondFactor | undefined> {
  const row = await tx
    .selectFrom('second_factor')
    .selectAll()
    .where('person_id', '=', personId)
    .forUpdate()
    .executeTakeFirst();
  return row && { personId, secret: row.secret, usedStep: row.used_step, confirmedAt: row.confirmed_at };
}

/** True for a code of the telephone of this half minute or the ones beside it, and none that was taken before. */
export async function takePhoneCode(tx: WriteDb, factor: SecondFactor, typed: string, now: Date): Promise<boolean> {
  const token = codeOfPhone(typed);
  if (!token) return false;
  const [timestamp, period] = [now.getTime(), TOTP.period];
  const secret = new otp.Secret({ buffer: new Uint8Array(factor.secret).buffer });
  const delta = otp.TOTP.validate({ token, secret, digits: TOTP.digits, period, timestamp, window: 1 });
  if (delta === null) return false;
  const step = otp.TOTP.counter({ period, timestamp }) + delta;
  if (step <= factor.usedStep) return false;
  await tx.updateTable('second_factor').set({ used_step: step }).where('person_id', '=', factor.personId).execute();
  return true;
}

/** True for a recovery code that was not used; now it is. */
export async function takeRecoveryCode(tx: WriteDb, personId: number, typed: string, now: Date): Promise<boolean> {
  const used = await tx
    .updateTable('recovery_code')
    .set({ used_at: now })
    .where('person_id', '=', personId)
    .where('code_hash', '=', hashOf(typed))
    .where('used_at', 'is', null)
    .executeTakeFirst();
  return used.numUpdatedRows > 0n;
}

export async function markConfirmed(tx: WriteDb, personId: number, now: Date): Promise<void> {
  await tx.updateTable('second_factor').set({ confirmed_at: now }).where('person_id', '=', personId).execute();
}

/** Ten new codes in place of the old ones; they are told once. */
export async function replaceRecoveryCodes(tx: WriteDb, personId: number): Promise<string[]> {
  const codes = Array.from({ length: RECOVERY_CODES.many }, () => readableCode(randomBytes(RECOVERY_CODES.bytes)));
  await tx.deleteFrom('recovery_code').where('person_id', '=', personId).execute();
  await tx
    .insertInto('recovery_code')
    .values(codes.map((code) => ({ person_id: personId, code_hash: hashOf(code) })))
    .execute();
  return codes;
}

export async function removeSecondFactor(tx: WriteDb, personId: number): Promise<void> {
  await tx.deleteFrom('recovery_code').where('person_id', '=', personId).execute();
  await tx.deleteFrom('second_factor').where('person_id', '=', personId).execute();
}
