import { type PersonName, units } from './cast.ts';
import { OFFICERS, seesRows } from './route-answers.ts';
import type { FormCase } from './route-forms-people.ts';
import { type Holder, placeOf } from './secrets.ts';

const isOver = (person: PersonName, holder: Holder) =>
  OFFICERS.some((officer) => officer === person) && seesRows(person, holder);
/** Whoever writes for a model or judges it. */
const proves = (person: PersonName, holder: Holder) =>
  isOver(person, holder) ||
  person.endsWith('registrant') ||
  person === 'sector_officer' ||
  (person === 'committee_member' && placeOf(holder).unitId === units.commune);

const form = (
  name: string,
  may: (person: PersonName, holder: Holder) => boolean,
  fieldsOf: (attachmentId: number) => Record<string, string | File>,
): FormCase => ({
  sends: (holder, { of }) => ({
    path: `/office/initiatives/${of[holder].models.submitted.initiativeId}/files?/${name}`,
    fields: fieldsOf(of[holder].attachmentId),
  }),
  answers: (person, holder) => (seesRows(person, holder) ? (may(person, holder) ? 'done' : 403) : 404),
});

/** What may be sent about the files of a model. */
export const FILE_FORMS: Record<string, FormCase> = {
  '/office/initiatives/[id]/files?/add': form('add', proves, () => ({ file: new File(['%PDF-1.7 x'], 'la.pdf') })),
  '/office/initiatives/[id]/files?/remove': form('remove', isOver, (id) => ({ file: String(id), reason: 'Gỡ.' })),
};
