import { of, type Page, signedIn } from './route-answers.ts';
import { type Hidden, type Holder, placeOf } from './secrets.ts';

const models = ({ of }: Hidden, holder: Holder) => Object.values(of[holder].models);

/** Every list of the office, asked for a holder's unit, for words in their rows, and for their decision. */
const ofModels = of((hidden, holder) => models(hidden, holder).map(({ initiativeId }) => initiativeId));
const lists = (route: string): Page => ({
  paths: (holder, { of, districtDecisionId }) =>
    [
      `?cycle=all&unit=${placeOf(holder).unitId}`,
      '?cycle=all&q=mo+hinh',
      `?cycle=all&decision=${of[holder].decisionId}`,
      `?cycle=all&decision=${districtDecisionId}`,
      '?cycle=all&q=zq',
      '',
    ].map((query) => route + query),
  answers: (asker) => (asker ? 200 : 303),
});
/** Pages of models: their lists, each one's own, and what became of them. */
export const RECORD_PAGES: Record<string, (route: string) => Page> = {
  '/office/initiatives': lists,
  '/office/initiatives/list.json': lists,
  '/office/initiatives/list.csv': lists,
  '/office/initiatives/list.xlsx': lists,
  '/office/initiatives/[id]': of((hidden, holder) =>
    models(hidden, holder).map(({ initiativeId, registrationId }) => `${initiativeId}?registration=${registrationId}`),
  ),
  '/office/initiatives/[id]/readers': ofModels,
  '/office/initiatives/[id]/similar': ofModels,
  '/office/initiatives/[id]/comments': ofModels,
  '/office/initiatives/[id]/files': ofModels,
  '/office/initiatives/[id]/files/[file]': (route) => ({
    ...of(() => [])(route),
    paths: (holder, { of }) => [
      route
        .replace('[id]', String(of[holder].models.submitted.initiativeId))
        .replace('[file]', String(of[holder].attachmentId)),
    ],
  }),
  '/office/initiatives/[id]/upkeep': ofModels,
  '/office/initiatives/[id]/results': ofModels,
  '/office/initiatives/[id]/family': ofModels,
  '/office/learning': signedIn('?done=ask'),
  // What is published anybody who is signed in may ask about; whose it is, the page says.
  '/office/learning/new': (route) => ({
    paths: (holder, { of }) => [`${route}?model=${of[holder].models.published.code}`],
    answers: (asker) => (asker ? 200 : 303),
  }),
  '/office/learning/[id]': of(({ of }, holder) => [of[holder].learningId]),
  '/office/results': signedIn('?cycle=2', '?cycle=2&kind=custom&state=claimed'),
  '/office/results/list.csv': signedIn('?cycle=2'),
  '/office/results/list.xlsx': signedIn('?cycle=2'),
  '/office/upkeep': signedIn('?show=recognised', '?show=lapsed&on=01/01/2030'),
};
