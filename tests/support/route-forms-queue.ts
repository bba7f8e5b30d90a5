import type { PersonName } from './cast.ts';
import type { Page } from './route-answers.ts';
import { OFFICERS, of, seesRows } from './route-answers.ts';
import type { FormCase } from './route-forms-people.ts';
import type { Hidden, Holder } from './secrets.ts';

type May = (person: PersonName, holder: Holder) => boolean;
const isOver: May = (person, holder) => OFFICERS.some((officer) => officer === person) && seesRows(person, holder);

const submitted = ({ of }: Hidden, holder: Holder) => [of[holder].models.submitted.registrationId];

/** Pages of the working queue. */
export const QUEUE_PAGES: Record<string, (route: string) => Page> = {
  '/office/registrations/[id]/return': (route) => {
    const page = of(submitted)(route);
    return {
      ...page,
      answers: (asker, holder) => {
        const answer = page.answers(asker, holder);
        return asker && answer === 200 && !isOver(asker, holder) ? 403 : answer;
      },
    };
  },
  '/office/registrations/[id]/changes': of(({ of }, holder) => [of[holder].models.returned.registrationId]),
};

/** What may be sent from them. */
export const QUEUE_FORMS: Record<string, FormCase> = {
  '/office/registrations/[id]/return': {
    sends: (holder, hidden) => ({
      path: `/office/registrations/${submitted(hidden, holder)[0]}/return`,
      fields: { reason: 'Vì lẽ khác.', part: 'content', why_content: 'Lọt vào.' },
    }),
    answers: (person, holder) => (seesRows(person, holder) ? (isOver(person, holder) ? 'done' : 403) : 404),
  },
};
