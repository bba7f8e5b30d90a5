import { tokenHash } from '../../src/modules/people/session/server/queries.ts';
import { cycles, type PersonName, sectors, units } from './cast.ts';
import { isOwner, OFFICERS, seesRows, seesUnit } from './route-answers.ts';
import { APPRAISAL_FORMS } from './route-forms-appraisals.ts';
import { CLOCK_FORMS } from './route-forms-clocks.ts';
import { COMMENT_FORMS } from './route-forms-comments.ts';
import { DEPUTY_FORMS } from './route-forms-deputy.ts';
import { FEEDBACK_FORMS } from './route-forms-feedback.ts';
import { FILE_FORMS } from './route-forms-files.ts';
import { HANDOVER_FORMS } from './route-forms-handover.ts';
import { MOVEMENT_FORMS } from './route-forms-movement.ts';
import { ACCOUNT, type FormCase, forAdministrators, PEOPLE_FORMS } from './route-forms-people.ts';
import { QUEUE_FORMS } from './route-forms-queue.ts';
import { REGISTERING_FORMS } from './route-forms-registering.ts';
import { REORGANISATION_FORMS } from './route-forms-reorganisations.ts';
import { UPKEEP_FORMS } from './route-forms-upkeep.ts';
import { keepsBody } from './route-pages.ts';
import { type Hidden, type Holder, type Made, placeOf } from './secrets.ts';

type May = (person: PersonName, holder: Holder) => boolean;
type Sends = FormCase['sends'];

/** For who may, and sees it; 403 for who sees it and may not, 404 for everybody else. */
const within = (sends: Sends, may: May, sees: May = seesRows): FormCase => ({
  sends,
  answers: (person, holder) => (sees(person, holder) ? (may(person, holder) ? 'done' : 403) : 404),
});
/** Refused to everybody alike, signed in or not. */
const refusedToAll = (path: string, fields: Record<string, string>, status: 403 | 404): FormCase => ({
  sends: () => ({ path, fields }),
  answers: () => status,
  stranger: status,
});
/** One's own business, without a name of anything of others in it. */
const own: FormCase = { sends: () => ({ path: '', fields: {} }), answers: () => 'done' };

const isOfficer = (person: PersonName) => OFFICERS.some((officer) => officer === person);
const isOver: May = (person, holder) => isOfficer(person) && seesRows(person, holder);
/** Who writes drafts at all. */
const writes = (person: PersonName) =>
  isOfficer(person) || person.endsWith('registrant') || person === 'sector_officer';
const mayWrite: May = (person, holder) => seesRows(person, holder) && writes(person);
const atUnit: May = (person, holder) =>
  person === placeOf(holder).officer || (person === 'committee_member' && placeOf(holder).unitId === units.commune);
const officerAtUnit: May = (person, holder) => person === placeOf(holder).officer;

const REASON = { reason: 'Vì lẽ khác.' };
type Stage = keyof Hidden['of'][Holder]['models'];

/** A step on the record page: the page of the model itself, with the registration in the form. */
const step = (name: string, stage: Stage, may: May) =>
  within((holder, { of }) => {
    const { initiativeId, registrationId } = of[holder].models[stage];
    return { path: `/office/initiatives/${initiativeId}?/${name}`, fields: { id: String(registrationId), ...REASON } };
  }, may);

const sheet = (name: string, stage: Stage, fields: Record<string, string>) =>
  within(
    (holder, { of }) => ({ path: `/office/appraisals/${of[holder].models[stage].registrationId}?/${name}`, fields }),
    atUnit,
  );

const pick = ({ registrationId, version }: Made) => `${registrationId}-${version}`;
const HEAD = { number: '77-QĐ/BCĐ', decidedOn: '05/03/2026', signer: 'Người ký mẫu', signerPost: '' };
const batch = (name: string, may: May) =>
  within(
    (holder, { of }) => ({
      path: `/office/decisions/new?cycle=${cycles.current}&level=commune&unit=${placeOf(holder).unitId}&/${name}`,
      fields: { ...HEAD, picked: pick(of[holder].models.proposed) },
    }),
    may,
    seesUnit,
  );

const draft = (address: string, fields: Record<string, string> = {}) =>
  within(
    (holder, { of }) => ({
      path: `/office/drafts/${of[holder].draftId}${address}`,
      fields: { version: '2', name: 'Của tôi', ...fields },
    }),
    isOwner,
    isOwner,
  );

const register = (name: string, which: 'receivedId' | 'writtenId', fields: Record<string, string> = {}) =>
  within((holder, { of }) => ({ path: `/office/registers/${of[holder][which]}${name}`, fields }), isOver, seesUnit);

const body = (name: string, fields: Record<string, string | File>) =>
  within((holder, { of }) => ({ path: `/office/bodies/${of[holder].bodyId}${name}`, fields }), keepsBody, seesUnit);
const BODY = { name: 'Ban lạ', foundingNumber: '1-QĐ', foundedOn: '01/02/2026', mergedWith: '', standingOffice: '' };

const LIST = new File(['STT,Tên mô hình,Chủ thể\n1,Mô hình lạ,Chi hội lạ\n'], 'la.csv', { type: 'text/csv' });

/** Everything that may be sent to the site, about things of others. A new form goes in here, with who may send it. */
export const FORMS: Record<string, FormCase> = {
  ...HANDOVER_FORMS,
  ...FILE_FORMS,
  ...QUEUE_FORMS,
  ...COMMENT_FORMS,
  ...REGISTERING_FORMS,
  '/dang-nhap': own,
  '/dang-nhap/ma': own,
  '/dang-xuat': own,
  '/ngon-ngu': own,
  '/tai-khoan?/password': own,
  '/tai-khoan?/end': {
    sends: (_holder, _hidden, token) => ({
      path: '/tai-khoan?/end',
      fields: { session: tokenHash(token).toString('hex') },
    }),
    // Who may read everything is told that it is not theirs.
    answers: (person, holder) =>
      person === placeOf(holder).officer ? 'done' : person === 'administrator' || person === 'auditor' ? 403 : 404,
  },
  '/tai-khoan?/others': own,
  '/tai-khoan/mot-cua?/confirm': own,
  '/tai-khoan/mot-cua?/unlink': own,
  '/tai-khoan/khoa?/add': own,
  '/tai-khoan/khoa?/remove': own,
  '/tai-khoan/khoa/hoi': own,
  '/tai-khoan/xac-nhan': own,
  '/tai-khoan/xac-nhan/hoi': own,
  '/dang-nhap/khoa': refusedToAll('/dang-nhap/khoa', { answer: '{"id":"x"}' }, 403),
  '/dang-nhap/khoa/hoi': own,
  '/tai-khoan/thu?/ask': own,
  '/tai-khoan/thu?/take': own,
  // No letters are sent from here.
  '/quen-mat-khau': refusedToAll('/quen-mat-khau', { email: 'ai.do@example.vn' }, 403),
  '/loi-moi': refusedToAll('/loi-moi?ma=x', { username: 'lot.vao', password: ACCOUNT.initial }, 404),
  '/dat-lai-mat-khau': refusedToAll('/dat-lai-mat-khau?ma=x', { password: ACCOUNT.initial }, 404),
  '/tai-khoan/hai-buoc?/begin': own,
  '/tai-khoan/hai-buoc?/finish': own,
  '/tai-khoan/hai-buoc?/renew': own,
  '/tai-khoan/hai-buoc?/remove': own,
  '/thiet-lap': {
    sends: () => ({
      path: '/thiet-lap',
      fields: {
        ...ACCOUNT,
        code: 'abcd-efgh',
        password: ACCOUNT.initial,
        provinceName: 'Tỉnh Lạ',
        provinceNumber: '99',
      },
    }),
    answers: () => 403,
    stranger: 403,
  },
  '/office/initiatives/[id]?/recall': step('recall', 'submitted', mayWrite),
  '/office/initiatives/[id]?/return': step('return', 'submitted', isOver),
  '/office/initiatives/[id]?/acceptance': step('acceptance', 'submitted', isOver),
  '/office/initiatives/[id]?/self_assessment': step('self_assessment', 'accepted', mayWrite),
  '/office/initiatives/[id]?/withdrawal': step('withdrawal', 'accepted', mayWrite),
  '/office/initiatives/[id]?/reopening': step('reopening', 'proposed', atUnit),
  '/office/appraisals/[id]?/verdict': sheet('verdict', 'self_assessed', {
    verdict: 'not_recognised',
    asked: '1',
    ...REASON,
  }),
  '/office/appraisals/[id]?/reopen': sheet('reopen', 'proposed', REASON),
  '/office/drafts?/discard': within(
    (holder, { of }) => ({ path: '/office/drafts?/discard', fields: { id: String(of[holder].draftId) } }),
    isOwner,
    isOwner,
  ),
  '/office/drafts/new': {
    sends: (holder, { of }) => ({
      path: '/office/drafts/new',
      fields: { registrationId: String(of[holder].models.returned.registrationId) },
    }),
    // Who never writes a draft does not get as far as asking whose it would be.
    answers: (person, holder) => (mayWrite(person, holder) ? 'done' : writes(person) ? 404 : 403),
  },
  '/office/drafts/[id]?/save': draft('?/save'),
  '/office/drafts/[id]/autosave': draft('/autosave'),
  '/office/drafts/[id]/similar': draft('/similar', { model: 'M-2026-00001', answer: 'different', reason: 'Khác' }),
  '/office/drafts/[id]/review': draft('/review'),

  // Turning the pages of the list changes nothing: whoever may open the page may do it.
  '/office/decisions/new?/choose': batch('choose', seesUnit),
  '/office/decisions/new?/preview': batch('preview', atUnit),
  '/office/decisions/new?/recognise': batch('recognise', atUnit),
  '/office/decisions/[id]?/publish': within(
    (holder, { of }) => ({ path: `/office/decisions/${of[holder].decisionId}?/publish`, fields: {} }),
    officerAtUnit,
  ),
  '/office/decisions/[id]?/unpublish': within(
    (holder, { of }) => ({
      path: `/office/decisions/${of[holder].publishedDecisionId}?/unpublish`,
      fields: { registrationId: String(of[holder].models.published.registrationId) },
    }),
    officerAtUnit,
  ),

  // Units are no secret: whose list it would be is told, and that it is another's.
  '/office/registers/new': {
    sends: (holder) => ({
      path: '/office/registers/new',
      fields: { file: LIST, cycleId: '2', level: 'commune', unitId: String(placeOf(holder).unitId) },
    }),
    answers: (person, holder) => (isOver(person, holder) ? 'done' : 403),
  },
  '/office/registers/[id]?/remap': register('?/remap', 'receivedId', { 'column-1': 'name' }),
  '/office/registers/[id]?/sheets': register('?/sheets', 'receivedId', { sheets: '0' }),
  '/office/registers/[id]?/write': register('?/write', 'receivedId', { results: 'none', scope: 'valid' }),
  '/office/registers/[id]?/discard': register('?/discard', 'receivedId'),
  '/office/registers/[id]/undo': register('/undo', 'writtenId'),
  ...REORGANISATION_FORMS,
  // Units are no secret: that this one is another's to place is told.
  '/office/reorganisations/[id]/place': {
    sends: (holder, { of, reorganisationId }) => ({
      path: `/office/reorganisations/${reorganisationId}/place`,
      fields: {
        fromUnitId: String(placeOf(holder).unitId),
        toUnitId: '3',
        id: String(of[holder].models.submitted.initiativeId),
      },
    }),
    answers: (person, holder) => (person === 'administrator' || isOver(person, holder) ? 'done' : 403),
  },
  // Who may not open the page does not get as far as asking whose registrant it is.
  '/office/sectors?/assign': {
    sends: (holder, { of }) => ({
      path: '/office/sectors?/assign',
      fields: { id: String(of[holder].registrantId), sectorId: String(sectors.farmers) },
    }),
    answers: (person, holder) =>
      isOver(person, holder) || person === 'administrator' ? 'done' : isOfficer(person) ? 404 : 403,
  },
  '/office/sectors?/unit': forAdministrators(() => ({
    path: '/office/sectors?/unit',
    fields: { code: '01101', sectorId: String(sectors.women), from: '01/03/2026' },
  })),
  '/office/bodies/new': {
    sends: (holder) => ({
      path: '/office/bodies/new',
      fields: { ...BODY, kind: 'council', unitId: String(placeOf(holder).unitId) },
    }),
    answers: (person, holder) => (keepsBody(person, holder) ? 'done' : 403),
  },
  '/office/bodies/[id]?/add': body('?/add', { username: 'auditor', role: 'member', from: '01/03/2026' }),
  '/office/bodies/[id]?/file': body('?/file', { file: new File(['%PDF-1.7'], 'la.pdf') }),
  '/office/bodies/[id]/edit?/change': body('/edit?/change', BODY),
  '/office/bodies/[id]/edit?/end': body('/edit?/end', { memberId: '1', on: '01/03/2026' }),
  '/office/bodies/[id]/edit?/dissolve': body('/edit?/dissolve', { on: '01/03/2026' }),
  ...MOVEMENT_FORMS,
  ...PEOPLE_FORMS,
  ...APPRAISAL_FORMS,
  ...UPKEEP_FORMS,
  ...CLOCK_FORMS,
  ...FEEDBACK_FORMS,
  ...DEPUTY_FORMS,
  '/office/audit/[id]?/anonymise': forAdministrators(() => ({
    path: '/office/audit/1?/anonymise',
    fields: { reason: 'Theo đơn đề nghị.' },
  })),
};
