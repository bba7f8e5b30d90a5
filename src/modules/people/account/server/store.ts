import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Language } from '#platform/i18n.ts';
import type { WriteDb } from '#platform/server/context.ts';
import type { Role } from '../../appointment/rules.ts';
import { type AccountSecret, secretOf } from './queries.ts';

/** An account within scope, locked. */
export async function accountForUpdate(tx: WriteDb, personId: number): Promise<AccountSecret | undefined> {
  const row = await tx
    .selectFrom('account')
    .innerJoin('person', 'person.id', 'account.person_id')
    .select(['person_id', 'username', 'full_name', 'password_hash', 'language', 'disabled_at'])
    .where('person_id', '=', personId)
    .forUpdate('account')
    .executeTakeFirst();
  return row && secretOf(row);
}

/** An account that who asks administers, locked; `whole` as policies want it. */
export async function accountToManage(
  tx: WriteDb,
  personId: number,
): Promise<(AccountSecret & { whole: boolean; unitId: number | null }) | undefined> {
  const person = await personToManage(tx, personId);
  const account = person && (await accountForUpdate(tx, personId));
  return account && { ...account, whole: person.whole, unitId: person.unitId };
}

export interface Managed {
  personId: number;
  fullName: string;
  unitId: number | null;
  email: string | null;
  /** Whether who asks could give them every right that they have. */
  whole: boolean;
}

/** Somebody whom who asks administers, with or without an account, locked. */
export async function personToManage(tx: WriteDb, personId: number): Promise<Managed | undefined> {
  const { rows } = await sql<Managed>`
    select p.id as "personId", p.full_name as "fullName", p.unit_id as "unitId", p.email,
      scope_is_all() or p.id = any (scope_people_whole()) as whole
    from person p where p.id = ${personId} and (scope_is_all() or p.id = any ((select scope_people())::integer[])) for update`.execute(
    tx,
  );
  return rows[0];
}

/** A person, as yet without an account. */
export async function insertPerson(
  tx: WriteDb,
  person: { fullName: string; unitId: number; phone?: string | null; now: Date },
): Promise<number> {
  const { id } = await tx
    .insertInto('person')
    .values({
      full_name: person.fullName,
      unit_id: person.unitId,
      phone: person.phone ?? null,
      created_at: person.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** The account of a person; false when the user name is taken, or the person has one. */
export async function insertAccount(
  tx: WriteDb,
  account: { personId: number; username: string; passwordHash: string; now: Date },
): Promise<boolean> {
  const { personId: person_id, username, passwordHash: password_hash, now: created_at } = account;
  const made = await tx
    .insertInto('account')
    .values({ person_id, username, password_hash, created_at })
    .onConflict((taken) => taken.doNothing())
    .returning('person_id')
    .executeTakeFirst();
  return made !== undefined;
}

/** An appointment from a day on, without end. Answers its id. */
export async function insertAppointment(
  tx: WriteDb,
  appointment: {
    personId: number;
    role: Role;
    unitId: number;
    registrantId: number | null;
    sectorId?: number | undefined;
    grantedBy: number | null;
    from: string;
  },
): Promise<number> {
  const { id } = await tx
    .insertInto('appointment')
    .values({
      person_id: appointment.personId,
      role: appointment.role,
      unit_id: appointment.unitId,
      registrant_id: appointment.registrantId,
      sector_id: appointment.sectorId ?? null,
      granted_by: appointment.grantedBy,
      valid: `[${appointment.from},)`,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function setDisabled(tx: WriteDb, personId: number, since: Date | null): Promise<void> {
  await tx.updateTable('account').set({ disabled_at: since }).where('person_id', '=', personId).execute();
}

export async function setPasswordHash(tx: WriteDb, personId: number, hash: string): Promise<void> {
  await tx.updateTable('account').set({ password_hash: hash }).where('person_id', '=', personId).execute();
}

export async function setLanguage(tx: WriteDb, personId: number, language: Language): Promise<void> {
  await tx.updateTable('account').set({ language }).where('person_id', '=', personId).execute();
}

const hashOf = (code: string) => createHash('sha256').update(code).digest();

/** Makes `code` the one code that opens the set-up; earlier ones no longer do. */
export async function replaceSetupCode(tx: WriteDb, code: string, now: Date): Promise<void> {
  await tx.deleteFrom('setup_code').where('used_at', 'is', null).execute();
  await tx
    .insertInto('setup_code')
    .values({ code_hash: hashOf(code), created_at: now })
    .execute();
}

/** True when `code` is unused; holds it until the end of the transaction, so that of many who try at once one gets it. */
export async function holdSetupCode(tx: WriteDb, code: string): Promise<boolean> {
  const held = tx
    .selectFrom('setup_code')
    .select('code_hash')
    .where('code_hash', '=', hashOf(code))
    .where('used_at', 'is', null);
  return (await held.forUpdate().executeTakeFirst()) !== undefined;
}

export async function markSetupCodeUsed(tx: WriteDb, code: string, now: Date): Promise<void> {
  await tx.updateTable('setup_code').set({ used_at: now }).where('code_hash', '=', hashOf(code)).execute();
}
