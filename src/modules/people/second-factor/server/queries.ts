import * as otp from 'otpauth';
import type { ReadDb, Scope } from '#platform/server/context.ts';
import { type Qr, qrOf } from '#platform/server/qr.ts';
import { TOTP } from '../rules.ts';

/** Since when a person's sign-in asks for a code, and how many recovery codes are left; null without. */
export async function secondFactorOf(
  db: ReadDb,
  _scope: Scope,
  personId: number,
): Promise<{ since: Date; codesLeft: number } | null> {
  const row = await db
    .selectFrom('second_factor')
    .select(({ selectFrom, fn }) => [
      'confirmed_at',
      selectFrom('recovery_code')
        .select(fn.countAll<number>().as('n'))
        .where('recovery_code.person_id', '=', personId)
        .where('used_at', 'is', null)
        .as('codes'),
    ])
    .where('person_id', '=', personId)
    .where('confirmed_at', 'is not', null)
    .executeTakeFirst();
  return row?.confirmed_at ? { since: row.confirmed_at, codesLeft: row.codes ?? 0 } : null;
}

/** What a telephone has to be told: the secret as people type it, and the same as a QR code; null unless it waits for that. */
export async function setupOf(db: ReadDb, _scope: Scope, personId: number): Promise<{ secret: string; qr: Qr } | null> {
  const row = await db
    .selectFrom('second_factor')
    .innerJoin('account', 'account.person_id', 'second_factor.person_id')
    .select(['secret', 'username'])
    .where('account.person_id', '=', personId)
    .where('confirmed_at', 'is', null)
    .executeTakeFirst();
  if (!row) return null;
  const secret = new otp.Secret({ buffer: new Uint8Array(row.secret).buffer });
  const { digits, period } = TOTP;
  const uri = new otp.TOTP({ issuer: 'Khéo', label: row.username, secret, digits, period }).toString();
  return { secret: secret.base32.replace(/(.{4})(?=.)/g, '$1 '), qr: qrOf(uri) };
}
