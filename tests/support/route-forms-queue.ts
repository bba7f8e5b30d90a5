import type { PersonName } from './cast.ts';
import type { Page } from './route-answers.ts';
import { OFFICERS, of, plain, seesRows } from './route-answers.ts';
import type { FormCase } from './route-forms-people.ts';
import { type Hidden, type Holder, placeOf } from './secrets.ts';

type May = (person: PersonName, holder: Holder) => boolean;
const isOver: May = (person, holder) => OFFICERS.some((officer) => officer === person) && seesRows(person, holder);

const atUnit: May = (person, holder) => person === placeOf(holder).officer;

/** Who acts on several at once at all. */
const acts = (person: PersonName) => person === 'committee_member' || OFFICERS.some((officer) => officer === person);

const submitted = ({ of }: Hidden, holder: Holder) => [of[holder].models.submitted.registrationId];

/** A page of one registration for who may do something to it; whoever else sees it is told why not. */
const only =
  (idsOf: (hidden: Hidden, holder: Holder) => number[], may: May) =>
  (route: string): Page => {
    const page = of(idsOf)(route);
    const answers: Page['answers'] = (asker, holder) => {
      const answer = page.answers(asker, holder);
      return asker && answer === 200 && !may(asker, holder) ? 403 : answer;
    };
    return { ...page, answers };
  };

/** Pages of the working queue. */
export const QUEUE_PAGES: Record<string, (route: string) => Page> = {
  '/office/registrations/[id]/return': only(submitted, isOver),
  '/office/registrations/[id]/defer': only(submitted, atUnit),
  '/office/initiatives/views': plain((asker) => (asker ? 200 : 303), '?from=state%3Dopen%26columns%3Dunit'),
  '/office/initiatives/bulk': (route) => ({
    paths: (holder, hidden) => [
      `${route}?act=accept&id=${submitted(hidden, holder)[0]}&id=${hidden.of[holder].models.self_assessed.registrationId}`,
      `${route}?act=propose&id=${hidden.of[holder].models.self_assessed.registrationId}`,
    ],
    answers: (asker) => (asker ? (acts(asker) ? 200 : 403) : 303),
  }),
  '/office/initiatives/bulk/done': (route) => ({
    paths: () => [`${route}?key=x`],
    answers: (asker) => (asker ? 404 : 303),
  }),
  '/office/registrations/[id]/changes': of(({ of }, holder) => [of[holder].models.returned.registrationId]),
};

const deferring = (name: string, may: May): FormCase => ({
  sends: (holder, hidden) => ({
    path: `/office/registrations/${submitted(hidden, holder)[0]}/defer?/${name}`,
    fields: { reason: 'Vì lẽ khác.', until: 'next_cycle' },
  }),
  answers: (person, holder) => (seesRows(person, holder) ? (may(person, holder) ? 'done' : 403) : 404),
});

/** One's own business, without a name of anything of others in it. */
const own: FormCase = { sends: () => ({ path: '', fields: {} }), answers: () => 'done' };
const nothing = (path: string, fields: Record<string, string>): FormCase => ({
  sends: () => ({ path, fields }),
  answers: () => 404,
});

/** What may be sent from them. */
export const QUEUE_FORMS: Record<string, FormCase> = {
  '/office/registrations/[id]/return': {
    sends: (holder, hidden) => ({
      path: `/office/registrations/${submitted(hidden, holder)[0]}/return`,
      fields: { reason: 'Vì lẽ khác.', part: 'content', why_content: 'Lọt vào.' },
    }),
    answers: (person, holder) => (seesRows(person, holder) ? (isOver(person, holder) ? 'done' : 403) : 404),
  },
  '/office/initiatives/views?/save': own,
  // Nobody has one here.
  '/office/initiatives/views?/change': nothing('/office/initiatives/views?/change', { id: '1', name: 'x' }),
  '/office/initiatives/views?/removal': nothing('/office/initiatives/views?/removal', { id: '1' }),
  '/office/initiatives/bulk': {
    sends: (holder, { of }) => {
      const { registrationId, version } = of[holder].models.submitted;
      return {
        path: `/office/initiatives/bulk?act=accept&id=${registrationId}`,
        fields: { pick: `${registrationId}-${version}` },
      };
    },
    // A committee's member acts on several at once, and on none of these.
    answers: (person, holder) => {
      if (!acts(person)) return 403;
      if (!seesRows(person, holder)) return 404;
      return isOver(person, holder) ? 'done' : 409;
    },
  },
  '/office/registrations/[id]/defer?/defer': deferring('defer', atUnit),
  // As it stands, nobody does these.
  '/office/registrations/[id]/defer?/resume': deferring('resume', () => false),
  '/office/registrations/[id]/defer?/carry': deferring('carry', () => false),
};
