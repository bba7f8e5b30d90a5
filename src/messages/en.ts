import { en as appraisal } from '#modules/appraisals/appraisal/messages.en.ts';
import { en as bulk } from '#modules/appraisals/bulk/messages.en.ts';
import { en as feedback } from '#modules/appraisals/feedback/messages.en.ts';
import { en as outcome } from '#modules/appraisals/outcome/messages.en.ts';
import { en as review } from '#modules/appraisals/review/messages.en.ts';
import { en as team } from '#modules/appraisals/team/messages.en.ts';
import { en as decision } from '#modules/decisions/decision/messages.en.ts';
import { en as forward } from '#modules/decisions/forward/messages.en.ts';
import { en as attachment } from '#modules/initiatives/attachment/messages.en.ts';
import { en as board } from '#modules/initiatives/board/messages.en.ts';
import { en as comment } from '#modules/initiatives/comment/messages.en.ts';
import { en as draft } from '#modules/initiatives/draft/messages.en.ts';
import { en as initiative } from '#modules/initiatives/initiative/messages.en.ts';
import { en as launch } from '#modules/initiatives/launch/messages.en.ts';
import { en as naming } from '#modules/initiatives/naming/messages.en.ts';
import { en as registration } from '#modules/initiatives/registration/messages.en.ts';
import { en as similarity } from '#modules/initiatives/similarity/messages.en.ts';
import { en as view } from '#modules/initiatives/view/messages.en.ts';
import { en as movement } from '#modules/movements/movement/messages.en.ts';
import { en as target } from '#modules/movements/target/messages.en.ts';
import { en as boundary } from '#modules/organisations/boundary/messages.en.ts';
import { en as calendar } from '#modules/organisations/calendar/messages.en.ts';
import { en as reorganisation } from '#modules/organisations/reorganisation/messages.en.ts';
import { en as sector } from '#modules/organisations/sector/messages.en.ts';
import { en as unit } from '#modules/organisations/unit/messages.en.ts';
import { en as account } from '#modules/people/account/messages.en.ts';
import { en as accountRequest } from '#modules/people/account-request/messages.en.ts';
import { en as readers } from '#modules/people/appointment/messages.en.ts';
import { en as audit } from '#modules/people/audit/messages.en.ts';
import { en as body } from '#modules/people/body/messages.en.ts';
import { en as deputy } from '#modules/people/deputy/messages.en.ts';
import { en as digest } from '#modules/people/digest/messages.en.ts';
import { en as duty } from '#modules/people/duty/messages.en.ts';
import { en as email } from '#modules/people/email/messages.en.ts';
import { en as handover } from '#modules/people/handover/messages.en.ts';
import { en as peopleImport } from '#modules/people/import/messages.en.ts';
import { en as invitation } from '#modules/people/invitation/messages.en.ts';
import { en as passkey } from '#modules/people/passkey/messages.en.ts';
import { en as registrant } from '#modules/people/registrant/messages.en.ts';
import { en as reset } from '#modules/people/reset/messages.en.ts';
import { en as secondFactor } from '#modules/people/second-factor/messages.en.ts';
import { en as session } from '#modules/people/session/messages.en.ts';
import { en as singleSignOn } from '#modules/people/single-sign-on/messages.en.ts';
import { en as transition } from '#modules/people/transition/messages.en.ts';
import { en as article } from '#modules/portal/article/messages.en.ts';
import { en as directory } from '#modules/portal/directory/messages.en.ts';
import { en as library } from '#modules/portal/library/messages.en.ts';
import { en as publication } from '#modules/portal/publication/messages.en.ts';
import { en as register } from '#modules/registers/register/messages.en.ts';
import { en as figures } from '#modules/reports/figures/messages.en.ts';
import { en as adoption } from '#modules/upkeep/adoption/messages.en.ts';
import { en as learning } from '#modules/upkeep/learning/messages.en.ts';
import { en as result } from '#modules/upkeep/result/messages.en.ts';
import { en as upkeep } from '#modules/upkeep/upkeep/messages.en.ts';
import { en as office } from './office.en.ts';
import { en as platform } from './platform.en.ts';
import type { vi } from './vi.ts';

export const en: Record<keyof typeof vi, string> = {
  ...platform,
  ...naming,
  ...registration,
  ...view,
  ...attachment,
  ...comment,
  ...similarity,
  ...board,
  ...draft,
  ...initiative,
  ...office,
  ...movement,
  ...target,
  ...launch,
  ...forward,
  ...audit,
  ...unit,
  ...sector,
  ...boundary,
  ...calendar,
  ...reorganisation,
  ...transition,
  ...readers,
  ...session,
  ...secondFactor,
  ...email,
  ...passkey,
  ...singleSignOn,
  ...handover,
  ...deputy,
  ...invitation,
  ...reset,
  ...registrant,
  ...account,
  ...accountRequest,
  ...peopleImport,
  ...figures,
  ...appraisal,
  ...bulk,
  ...outcome,
  ...review,
  ...feedback,
  ...team,
  ...decision,
  ...digest,
  ...duty,
  ...body,
  ...publication,
  ...register,
  ...article,
  ...library,
  ...directory,
  ...upkeep,
  ...result,
  ...adoption,
  ...learning,
};
