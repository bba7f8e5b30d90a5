import { expect, test } from 'vitest';
import { ROLES } from '../appointment/rules.ts';
import { PUBLIC, SYSTEM } from '../scope/rules.ts';
import { isOwnAccount, mayDisableAccount, mayManageAccounts } from './policy.ts';

const as = (role: (typeof ROLES)[number]) => ({
  id: 7,
  name: role,
  appointments: [
    {
      role,
      unitId: 1,
      unitName: 'Tỉnh',
      level: 'province' as const,
      path: '1',
      registrantId: null,
      sector: null,
      without: [],
      kept: null,
    },
  ],
});

test('administrators and the system manage accounts, no other role does', () => {
  const may = ROLES.filter((role) => mayManageAccounts(as(role)) === true);
  expect(may).toEqual(['administrator']);
  expect(mayManageAccounts(SYSTEM)).toBe(true);
  expect(mayManageAccounts(PUBLIC)).toEqual({ code: 'account.only_administrators' });
});

test('nobody disables their own account', () => {
  expect(mayDisableAccount(as('administrator'), { personId: 8 })).toBe(true);
  expect(mayDisableAccount(as('administrator'), { personId: 7 })).toEqual({ code: 'account.not_yourself' });
  expect(mayDisableAccount(as('auditor'), { personId: 8 })).toEqual({ code: 'account.only_administrators' });
});

test('an account is its own person’s', () => {
  expect(isOwnAccount(as('registrant'), { personId: 7 })).toBe(true);
  expect(isOwnAccount(as('administrator'), { personId: 8 })).toEqual({ code: 'refusal.missing' });
});
