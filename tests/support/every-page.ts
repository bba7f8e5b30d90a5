import { cycles, units } from './cast.ts';
import type { Asker } from './route-answers.ts';
import { PAGES } from './route-pages.ts';
import type { Hidden } from './secrets.ts';

/** What is no page to look at; the door is looked at from outside, and its further steps where they are taken. */
const NO_PAGE =
  /\.(json|csv|xlsx)$|\/((regulations|files)\/\[file\]|annex|export|blind\/\[id\]|autosave|ngon-ngu|hoi|xac-nhan|bulk\/done)$|\/dang-nhap(\/|$)/;
const READERS: Asker[] = ['commune_officer', 'registrant', 'administrator'];

/** Every page of the site in the province of `hideSecrets`, each as somebody who may open it, and further faces of some. */
export function everyPage(hidden: Hidden): [Asker, string][] {
  const routes = [...PAGES].filter(([route]) => !NO_PAGE.test(route));
  const pages = routes.map(([route, page]): [Asker, string] => {
    const outside = !/^\/(office|tai-khoan|dang-xuat)/.test(route);
    const reader = outside ? null : READERS.find((asker) => page.answers(asker, 'own') === 200);
    if (reader === undefined) throw new Error(`Nobody of ${READERS} opens ${route}.`);
    return [reader, page.paths('own', hidden)[0] as string];
  });
  return [...pages, ...furtherFaces(hidden)];
}

function furtherFaces({ of }: Hidden): [Asker, string][] {
  const { models, draftId, writtenId } = of.own;
  return [
    [null, '/dang-nhap?next=/office'],
    [null, '/khong-co'],
    ['registrant', '/office'],
    ['auditor', '/office'],
    ['registrant', '/office/people'],
    ['commune_officer', '/office/khong-co'],
    ['provincial_officer', '/office/figures?cycle=2025&by=subject'],
    ['provincial_officer', '/office/initiatives?cycle=all&sort=name'],
    ['registrant', `/office/initiatives/${models.returned.initiativeId}`],
    ['commune_officer', `/office/initiatives/${models.recognised.initiativeId}`],
    ['auditor', `/office/initiatives/${models.self_assessed.initiativeId}`],
    ['commune_officer', `/office/appraisals/${models.self_assessed.registrationId}`],
    ['commune_officer', `/office/registers/${writtenId}`],
    ['registrant', `/office/drafts/${draftId}?step=3&check=1`],
    ['registrant', `/office/drafts/${draftId}/similar`],
    ['commune_officer', `/office/initiatives/${models.submitted.initiativeId}/similar`],
    ['commune_officer', `/office/decisions/new?cycle=${cycles.current}&level=commune&unit=${units.commune}`],
  ];
}
