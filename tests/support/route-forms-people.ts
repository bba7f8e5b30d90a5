import type { PersonName } from './cast.ts';
import type { Hidden, Holder } from './secrets.ts';

/** What a refused form answers: 303 leads to the door. */
type Refused = 303 | 403 | 404 | 409;

export interface FormCase {
  /** Where it goes and what it says, about a holder's thing. */
  sends(holder: Holder, hidden: Hidden, token: string): { path: string; fields: Record<string, string | File> };
  /** What this person is told; `done` for who may, and is not asked here. */
  answers(person: PersonName, holder: Holder): Refused | 'done';
  /** What nobody in particular is told; the door by default. */
  stranger?: Refused;
}

/** An administrator's form: 403 for all others, whatever it names. */
export const forAdministrators = (sends: FormCase['sends']): FormCase => ({
  sends,
  answers: (person) => (person === 'administrator' ? 'done' : 403),
});

const person = (name: string, fields: Record<string, string> = {}) =>
  forAdministrators((holder, { of }) => ({ path: `/office/people/${of[holder].personId}?/${name}`, fields }));

export const ACCOUNT = {
  username: 'lot.vao',
  fullName: 'Lọt Vào',
  initial: 'một câu của kẻ lạ',
  role: 'administrator',
  unitId: '1',
};

/** Everything that may be sent about people and their accounts. */
export const PEOPLE_FORMS: Record<string, FormCase> = {
  // Open to whoever has no account, and about nothing of others.
  '/xin-tai-khoan': { sends: () => ({ path: '', fields: {} }), answers: () => 'done' },
  '/office/people/new': forAdministrators(() => ({ path: '/office/people/new', fields: ACCOUNT })),
  '/office/people/invite': forAdministrators(() => ({ path: '/office/people/invite', fields: ACCOUNT })),
  '/office/people/invitations?/again': forAdministrators((holder, { of }) => ({
    path: '/office/people/invitations?/again',
    fields: { personId: String(of[holder].uninvitedId) },
  })),
  '/office/people/invitations?/revoke': forAdministrators((holder, { of }) => ({
    path: '/office/people/invitations?/revoke',
    fields: { id: String(of[holder].invitationId) },
  })),
  '/office/people/requests?/approve': forAdministrators(() => ({
    path: '/office/people/requests?/approve',
    fields: { id: '1' },
  })),
  '/office/people/requests?/refuse': forAdministrators(() => ({
    path: '/office/people/requests?/refuse',
    fields: { id: '1', answer: 'Không.' },
  })),
  '/office/people/import': forAdministrators(() => ({
    path: '/office/people/import',
    fields: { file: new File(['name,unit,role\nLọt Vào,01101,commune_officer\n'], 'la.csv', { type: 'text/csv' }) },
  })),
  '/office/people/import/[id]?/apply': forAdministrators(() => ({
    path: '/office/people/import/1?/apply',
    fields: {},
  })),
  '/office/people/import/[id]?/invite': forAdministrators(() => ({
    path: '/office/people/import/1?/invite',
    fields: {},
  })),
  '/office/people/[id]?/give': person('give', { role: 'committee_member', unitId: '1' }),
  '/office/people/[id]?/end': person('end', { id: '1' }),
  '/office/people/[id]?/email': person('email', { email: 'ke.la@example.vn' }),
  '/office/people/[id]?/disable': person('disable'),
  '/office/people/[id]?/enable': person('enable'),
  '/office/people/[id]?/second': person('second'),
  '/office/people/[id]?/reset': person('reset', { initial: ACCOUNT.initial }),
};
