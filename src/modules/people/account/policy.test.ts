import { describe, expect, test } from 'vitest';
import { ROLES, type Role } from '../appointment/rules.ts';
import { PUBLIC, SYSTEM } from '../scope/rules.ts';
import { isOwnAccount, mayDisableAccount, mayGive, mayManagePeople, mayTouchAccount } from './policy.ts';

const as = (role: Role, path = '1', without: string[] = []) => ({
  id: 7,
  name: role,
  appointments: [
    {
      role,
      unitId: Number(path.split('.').at(-1)),
      unitName: 'Đơn vị',
      level: 'province' as const,
      path,
      registrantId: null,
      sector: null,
      without,
      kept: null,
    },
  ],
});
const ONLY = { code: 'account.only_administrators' };

test('administrators, those of a unit and the system let people in, no other role does', () => {
  const may = ROLES.filter((role) => mayManagePeople(as(role)) === true);
  expect(may).toEqual(['people_administrator', 'administrator']);
  expect(mayManagePeople(SYSTEM)).toBe(true);
  expect(mayManagePeople(PUBLIC)).toEqual(ONLY);
});

test('nobody disables their own account', () => {
  expect(mayDisableAccount(as('administrator'), { personId: 8, whole: true })).toBe(true);
  expect(mayDisableAccount(as('administrator'), { personId: 7, whole: true })).toEqual({
    code: 'account.not_yourself',
  });
  expect(mayDisableAccount(as('auditor'), { personId: 8, whole: true })).toEqual(ONLY);
});

test('an account is its own person’s', () => {
  expect(isOwnAccount(as('registrant'), { personId: 7 })).toBe(true);
  expect(isOwnAccount(as('administrator'), { personId: 8 })).toEqual({ code: 'refusal.missing' });
});

describe('who administers people at a unit', () => {
  const actor = as('people_administrator', '1.2');
  const unit = (path: string) => ({ id: Number(path.split('.').at(-1)), path });
  const give = (role: Role, path: string, personId: number | null = 8) =>
    mayGive(actor, { role, unit: unit(path), personId });

  test.each<[Role, string, true | string]>([
    ['commune_officer', '1.2.4', true],
    ['registrant', '1.2', true],
    ['committee_member', '1.2', true],
    ['sector_officer', '1.2.4', true],
    ['people_administrator', '1.2.4', true],
    ['people_administrator', '1.2', 'appointment.same_unit'],
    ['commune_officer', '1.3.6', 'appointment.outside'],
    ['provincial_officer', '1', 'appointment.outside'],
    ['people_administrator', '1', 'appointment.outside'],
    ['administrator', '1.2', 'appointment.above_own'],
    ['auditor', '1.2.4', 'appointment.above_own'],
  ])('gives %s at %s: %s', (role, path, expected) => {
    expect(give(role, path)).toEqual(expected === true ? true : { code: expected });
  });

  test('gives themselves nothing, and no more than anybody else what an administrator may', () => {
    expect(give('commune_officer', '1.2.4', 7)).toEqual({ code: 'appointment.not_yourself' });
    expect(mayGive(as('administrator'), { role: 'administrator', unit: unit('1'), personId: 7 })).toEqual({
      code: 'appointment.not_yourself',
    });
    expect(mayGive(as('provincial_officer'), { role: 'registrant', unit: unit('1.2'), personId: 8 })).toEqual(ONLY);
  });

  test('gives nothing at what has come under the unit and is not approved, nor by a duty that has ended', () => {
    const widened = as('people_administrator', '1.2', ['1.2.5']);
    expect(mayGive(widened, { role: 'registrant', unit: unit('1.2.5'), personId: 8 })).toEqual({
      code: 'appointment.outside',
    });
    const [duty] = actor.appointments;
    const ended = { ...actor, appointments: [{ ...duty!, kept: [2, 4] }] };
    expect(mayManagePeople(ended)).toEqual(ONLY);
  });

  test('touches the account of who has no right from elsewhere, and never their own', () => {
    expect(mayTouchAccount(actor, { personId: 8, whole: true })).toBe(true);
    expect(mayTouchAccount(actor, { personId: 8, whole: false })).toEqual({ code: 'account.serves_elsewhere' });
    expect(mayTouchAccount(actor, { personId: 7, whole: true })).toEqual({ code: 'appointment.not_yourself' });
  });
});
