import type { PersonName } from './cast.ts';
import { units } from './cast.ts';
import {
  anyone,
  gone,
  isOwner,
  OFFICERS,
  of,
  only,
  type Page,
  plain,
  seesPlace,
  seesUnit,
  signedIn,
} from './route-answers.ts';
import { CLOCK_PAGES } from './route-forms-clocks.ts';
import { DEPUTY_PAGES } from './route-forms-deputy.ts';
import { FEEDBACK_PAGES } from './route-forms-feedback.ts';
import { QUEUE_PAGES } from './route-forms-queue.ts';
import { RECORD_PAGES } from './route-pages-records.ts';
import { type Hidden, type Holder, placeOf } from './secrets.ts';
import { HEARS } from './secrets-papers.ts';

/** Who keeps the bodies of a holder's unit. */
export const keepsBody = (person: PersonName, holder: Holder) =>
  person === placeOf(holder).officer || person === 'administrator';
const bodies = ({ of }: Hidden, holder: Holder) => [of[holder].bodyId];

const registrations = ({ of }: Hidden, holder: Holder) => {
  const { submitted, self_assessed, proposed, published } = of[holder].models;
  return [submitted, self_assessed, proposed, published].map(({ registrationId }) => registrationId);
};
const teams = ({ of }: Hidden, holder: Holder) => [of[holder].teamId];
const drafts = ({ of }: Hidden, holder: Holder) => [of[holder].draftId];
const decisions = ({ of }: Hidden, holder: Holder) => [of[holder].decisionId, of[holder].publishedDecisionId];

/** A list of people, which a command has read in. */
const peopleList = (route: string): Page => ({
  paths: () => [route.replace('[id]', '1')],
  answers: (asker) => (asker === 'administrator' ? 200 : asker ? 403 : 303),
  nothing: (asker) => (asker === 'administrator' ? 404 : asker ? 403 : 303),
});

/** What the district has sent down. */
const launched = (pathsOf: (id: number) => string[]) => (): Page => ({
  paths: (_holder, { launchId }) => pathsOf(launchId),
  answers: (asker) => (asker ? (HEARS.includes(asker) ? 200 : 404) : 303),
  nothing: gone,
});
/** The movement of the cast is kept by the province. */
const setUp = (route: string): Page => {
  const may = only('provincial_officer', 'administrator')(route);
  return {
    paths: () => [route.replace('[id]', '1')],
    answers: may.answers,
    nothing: (asker) => (asker ? 404 : 303),
  };
};

/** Figures of a holder's unit, by everything that they can be parted by. */
const figures = (route: string): Page => ({
  paths: (holder) =>
    ['', '&by=field', '&level=commune&by=subject'].map(
      (more) => `${route}?cycle=2026&unit=${placeOf(holder).unitId}${more}`,
    ),
  answers: (asker, holder) => (asker ? (seesPlace(asker, holder) ? 200 : 404) : 303),
});
const registers = ({ of }: Hidden, holder: Holder) => [of[holder].receivedId, of[holder].writtenId];
const newDecision = (route: string): Page => ({
  paths: (holder) => [`${route}?cycle=2&level=commune&unit=${placeOf(holder).unitId}`],
  answers: (asker, holder) => (asker ? (seesUnit(asker, holder) ? 200 : 404) : 303),
});

const REGISTRANTS = ['registrant', 'sibling_registrant', 'other_registrant'] as const;

/** Every route of the site with what each person gets of it. A new page goes in here, with who may open it and whose things it names. */
const TABLE: Record<string, (route: string) => Page> = {
  '/': anyone,
  '/mo-hinh': plain(() => 200, '?q=mo+hinh', '?q=zq', `?don_vi=${units.sibling}`),
  '/mo-hinh/[code]': (route) => ({
    paths: (holder, { of }) => [route.replace('[code]', of[holder].models.published.code)],
    answers: () => 200,
    nothing: () => 404,
  }),
  '/tin-tuc': anyone,
  '/tin-tuc/[slug]': (route) => ({
    paths: () => [route.replace('[slug]', 'tin')],
    answers: () => 200,
    nothing: () => 404,
  }),
  '/so-lieu': anyone,
  '/lien-ket': anyone,
  '/ngon-ngu': plain(() => 405),
  '/thiet-lap': anyone,
  '/dang-nhap': plain((asker) => (asker ? 303 : 200)),
  // There is no provider here.
  '/dang-nhap/mot-cua': plain(() => 404, '?link'),
  '/dang-nhap/mot-cua/ve': plain(() => 404, '?code=x&state=x'),
  '/dang-nhap/khoa': plain(() => 303),
  '/dang-nhap/khoa/hoi': plain(() => 405),
  '/dang-nhap/ma': plain(() => 303),
  '/dang-xuat': signedIn(),
  '/tai-khoan': signedIn(),
  '/tai-khoan/hai-buoc': signedIn(),
  '/tai-khoan/mot-cua': signedIn(),
  '/tai-khoan/khoa': signedIn(),
  '/tai-khoan/khoa/hoi': plain((asker) => (asker ? 405 : 303)),
  '/tai-khoan/xac-nhan': plain((asker) => (asker ? 405 : 303)),
  '/tai-khoan/xac-nhan/hoi': plain((asker) => (asker ? 405 : 303)),
  '/tai-khoan/thu': signedIn('?ma=x'),
  '/loi-moi': plain(() => 200, '?ma=x'),
  '/xin-tai-khoan': plain(() => 200, '?q=dong', '?don-vi=4', '?sent'),
  '/quen-mat-khau': plain(() => 200, '?asked'),
  '/dat-lai-mat-khau': plain(() => 200, '?ma=x'),

  '/office': signedIn(),
  '/office/units': signedIn('?q=xa', '?on=01/01/2019', '?open=2,3', '?branch=2', '?branch=99'),
  '/office/units/[id]': (route) => ({
    paths: (holder) => [route.replace('[id]', String(placeOf(holder).unitId))],
    answers: (asker) => (asker ? 200 : 303),
    nothing: gone,
  }),
  '/office/reorganisations': signedIn('?done=discarded'),
  '/office/reorganisations/new': (route) => ({
    paths: (_holder, { reorganisationDraftId }) => [
      route,
      `${route}?by=list`,
      `${route}?draft=${reorganisationDraftId}`,
    ],
    answers: only('administrator')(route).answers,
  }),
  '/office/reorganisations/drafts/[id]': (route) => ({
    paths: (_holder, { reorganisationDraftId }) => [route.replace('[id]', String(reorganisationDraftId))],
    answers: only('administrator')(route).answers,
    nothing: (asker) => (asker === 'administrator' ? 404 : asker ? 403 : 303),
  }),
  '/office/reorganisations/[id]': (route) => ({
    paths: (_holder, { reorganisationId }) => [route.replace('[id]', String(reorganisationId))],
    answers: (asker) => (asker ? 200 : 303),
    nothing: gone,
  }),
  // Everybody who opens it sees the models of their own scope there.
  '/office/reorganisations/[id]/place': (route) => ({
    paths: (_holder, { reorganisationId }) => [route.replace('[id]', String(reorganisationId))],
    answers: only(...OFFICERS, 'administrator')(route).answers,
    nothing: (asker) =>
      asker ? (asker === 'administrator' || OFFICERS.some((each) => each === asker) ? 404 : 403) : 303,
  }),
  '/office/sectors': (route) => ({
    ...only(...OFFICERS, 'administrator')(route),
    paths: () => ['', '?suggest=PN', '?suggest=none', '?in=PN'].map((query) => route + query),
  }),
  '/office/bodies': signedIn(),
  '/office/bodies/new': only(...OFFICERS, 'administrator'),
  '/office/bodies/[id]': of(({ of }, holder) => [of[holder].bodyId, `${of[holder].bodyId}?on=01/03/2026`], seesUnit),
  '/office/bodies/[id]/edit': (route) => ({
    ...of(bodies, seesUnit)(route),
    answers: (asker, holder) =>
      asker ? (seesUnit(asker, holder) ? (keepsBody(asker, holder) ? 200 : 403) : 404) : 303,
  }),
  '/office/bodies/[id]/regulations/[file]': (route) => ({
    paths: (holder, { of }) => [
      route.replace('[id]', String(of[holder].bodyId)).replace('[file]', String(of[holder].regulationId)),
    ],
    answers: (asker, holder) => (asker ? (seesUnit(asker, holder) ? 200 : 404) : 303),
    nothing: gone,
  }),
  '/office/movement': signedIn('?cycle=2026'),
  '/office/movement/new': only(...OFFICERS, 'administrator'),
  '/office/movement/[id]': setUp,
  '/office/movement/cycles/[id]': setUp,
  '/office/movement/cycles/[id]/reviews': setUp,
  '/office/movement/cycles/[id]/additions': (route) => ({
    paths: () => [route.replace('[id]', '2')],
    answers: only(...OFFICERS)(route).answers,
    nothing: (asker) => (asker ? 404 : 303),
  }),
  '/office/movement/cycles/[id]/targets': (route) => ({
    paths: (holder) => [`${route.replace('[id]', '2')}?unit=${placeOf(holder).unitId}`],
    answers: figures(route).answers,
    nothing: gone,
  }),
  '/office/movement/launches': signedIn(),
  '/office/movement/launches/new': only(...OFFICERS),
  '/office/movement/launches/[id]': launched((id) => [`/office/movement/launches/${id}`]),
  '/office/movement/launches/[id]/files/[file]': launched((id) => [`/office/movement/launches/${id}/files/1`]),
  '/office/people': only('administrator'),
  '/office/people/new': only('administrator'),
  '/office/people/invite': only('administrator'),
  '/office/people/invitations': only('administrator'),
  '/office/people/requests': only('administrator'),
  '/office/people/import': only('administrator'),
  '/office/people/import/[id]': peopleList,
  '/office/people/import/[id]/result.xlsx': peopleList,
  '/office/people/[id]': (route) => ({
    paths: (holder, { of }) => [route.replace('[id]', String(of[holder].personId))],
    answers: (asker) => only('administrator')(route).answers(asker, 'own'),
    nothing: (asker) => (asker === 'administrator' ? 404 : asker ? 403 : 303),
  }),
  '/office/people/[id]/handover': (route) => ({
    paths: (holder, { of }) =>
      ['', '?username=auditor'].map((query) => route.replace('[id]', String(of[holder].personId)) + query),
    answers: (asker, holder) =>
      asker ? (asker === 'administrator' || asker === placeOf(holder).officer ? 200 : 403) : 303,
    nothing: (asker) => (asker === 'administrator' ? 404 : asker ? 403 : 303),
  }),
  '/office/handovers': signedIn(),
  // Those of another's unit do not exist; those of the own unit are the office's paper.
  '/office/handovers/[id]': of(
    ({ of }, holder) => [of[holder].handoverId],
    (person, holder) => seesUnit(person, holder),
  ),
  '/office/audit': only('administrator', 'auditor'),
  '/office/audit/list.csv': only('administrator', 'auditor'),
  '/office/audit/[id]': (route) => ({
    paths: () => [route.replace('[id]', '1')],
    answers: (asker) => only('administrator', 'auditor')(route).answers(asker, 'own'),
    nothing: (asker) => (asker === 'administrator' || asker === 'auditor' ? 404 : asker ? 403 : 303),
  }),

  ...RECORD_PAGES,
  ...QUEUE_PAGES,
  ...FEEDBACK_PAGES,
  ...DEPUTY_PAGES,
  ...CLOCK_PAGES,
  '/office/registrations/[id]/receipt': of(registrations),
  '/office/registrations/[id]/paper': of(registrations),
  '/office/drafts': signedIn(),
  '/office/drafts/new': only(...OFFICERS, ...REGISTRANTS, 'sector_officer'),
  '/office/drafts/[id]': of(drafts, isOwner),
  '/office/drafts/file': only(...OFFICERS, ...REGISTRANTS, 'sector_officer'),
  '/office/drafts/file/form.xlsx': only(...OFFICERS, ...REGISTRANTS, 'sector_officer'),
  '/office/drafts/paper': only(...OFFICERS, ...REGISTRANTS, 'sector_officer'),
  '/office/drafts/[id]/paper': of(drafts, isOwner),
  '/office/drafts/[id]/review': of(drafts, isOwner),
  '/office/drafts/[id]/similar': of(drafts, isOwner),
  '/office/drafts/[id]/autosave': (route) => ({
    ...of(drafts)(route),
    answers: (asker) => (asker ? 405 : 303),
    nothing: (asker) => (asker ? 405 : 303),
  }),

  '/office/appraisals': signedIn('?tab=waiting', '?tab=done', '?q=zq'),
  '/office/appraisals/[id]': of(registrations),
  '/office/appraisals/teams': signedIn(),
  '/office/appraisals/teams/[id]': of(teams, seesUnit),
  '/office/appraisals/teams/[id]/results': of(teams, seesUnit),
  '/office/appraisals/teams/[id]/results/preview': of(teams, seesUnit),
  '/office/appraisals/teams/[id]/results/minutes': of(teams, seesUnit),
  // Nobody is asked to read anything blind here.
  '/office/appraisals/blind/[id]': of(teams, () => false),
  '/office/decisions': signedIn('?q=zq', '?cycle=2'),
  '/office/decisions/new': newDecision,
  '/office/decisions/forward': newDecision,
  '/office/decisions/[id]': of(decisions),
  '/office/decisions/[id]/annex': of(decisions),
  '/office/registers': only(...OFFICERS, 'committee_member', 'administrator', 'auditor'),
  '/office/registers/new': only(...OFFICERS),
  '/office/registers/[id]': of(registers, seesUnit),
  '/office/registers/[id]/bad.xlsx': of(registers, seesUnit),
  '/office/registers/[id]/result.xlsx': of(registers, seesUnit),
  '/office/registers/[id]/undo': (route) => ({
    ...of(({ of }, holder) => [of[holder].writtenId])(route),
    answers: (asker, holder) =>
      asker ? (seesUnit(asker, holder) ? (OFFICERS.some((officer) => officer === asker) ? 200 : 403) : 404) : 303,
  }),
  '/office/figures': figures,
  '/office/figures/export': figures,
};

/** The table by route. */
export const PAGES: ReadonlyMap<string, Page> = new Map(
  Object.entries(TABLE).map(([route, page]) => [route, page(route)]),
);
