import type { PersonName } from './cast.ts';
import { seesRows } from './route-answers.ts';
import type { FormCase } from './route-forms-people.ts';
import { type Holder, placeOf } from './secrets.ts';

type May = (person: PersonName, holder: Holder) => boolean;
/** Who reads everything says nothing. */
const speaks: May = (person) => person !== 'administrator' && person !== 'auditor';
const isAuthor: May = (person, holder) => person === placeOf(holder).officer;

/** A form on the page of a model's comments, about the one that its officer wrote. */
const form = (name: string, may: May, fields: Record<string, string>): FormCase => ({
  sends: (holder, { of }) => ({
    path: `/office/initiatives/${of[holder].models.submitted.initiativeId}/comments?/${name}`,
    fields: { ...fields, commentId: String(of[holder].commentId) },
  }),
  answers: (person, holder) => (seesRows(person, holder) ? (may(person, holder) ? 'done' : 403) : 404),
});

/** What may be sent about what is said of a model. */
export const COMMENT_FORMS: Record<string, FormCase> = {
  '/office/initiatives/[id]/comments?/write': form('write', speaks, { audience: 'readers', text: 'Lọt vào' }),
  '/office/initiatives/[id]/comments?/edit': form('edit', isAuthor, { text: 'Lọt vào' }),
  '/office/initiatives/[id]/comments?/withdraw': form('withdraw', isAuthor, {}),
  '/office/initiatives/[id]/comments?/read': form('read', () => true, {}),
};
