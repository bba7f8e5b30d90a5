import { vi as appraisal } from '#modules/appraisals/appraisal/messages.vi.ts';
import { vi as bulk } from '#modules/appraisals/bulk/messages.vi.ts';
import { vi as feedback } from '#modules/appraisals/feedback/messages.vi.ts';
import { vi as outcome } from '#modules/appraisals/outcome/messages.vi.ts';
import { vi as review } from '#modules/appraisals/review/messages.vi.ts';
import { vi as team } from '#modules/appraisals/team/messages.vi.ts';
import { vi as decision } from '#modules/decisions/decision/messages.vi.ts';
import { vi as forward } from '#modules/decisions/forward/messages.vi.ts';
import { vi as attachment } from '#modules/initiatives/attachment/messages.vi.ts';
import { vi as board } from '#modules/initiatives/board/messages.vi.ts';
import { vi as comment } from '#modules/initiatives/comment/messages.vi.ts';
import { vi as draft } from '#modules/initiatives/draft/messages.vi.ts';
import { vi as initiative } from '#modules/initiatives/initiative/messages.vi.ts';
import { vi as launch } from '#modules/initiatives/launch/messages.vi.ts';
import { vi as naming } from '#modules/initiatives/naming/messages.vi.ts';
import { vi as registration } from '#modules/initiatives/registration/messages.vi.ts';
import { vi as similarity } from '#modules/initiatives/similarity/messages.vi.ts';
import { vi as view } from '#modules/initiatives/view/messages.vi.ts';
import { vi as movement } from '#modules/movements/movement/messages.vi.ts';
import { vi as target } from '#modules/movements/target/messages.vi.ts';
import { vi as boundary } from '#modules/organisations/boundary/messages.vi.ts';
import { vi as calendar } from '#modules/organisations/calendar/messages.vi.ts';
import { vi as reorganisation } from '#modules/organisations/reorganisation/messages.vi.ts';
import { vi as sector } from '#modules/organisations/sector/messages.vi.ts';
import { vi as unit } from '#modules/organisations/unit/messages.vi.ts';
import { vi as account } from '#modules/people/account/messages.vi.ts';
import { vi as accountRequest } from '#modules/people/account-request/messages.vi.ts';
import { vi as readers } from '#modules/people/appointment/messages.vi.ts';
import { vi as audit } from '#modules/people/audit/messages.vi.ts';
import { vi as body } from '#modules/people/body/messages.vi.ts';
import { vi as deputy } from '#modules/people/deputy/messages.vi.ts';
import { vi as digest } from '#modules/people/digest/messages.vi.ts';
import { vi as duty } from '#modules/people/duty/messages.vi.ts';
import { vi as email } from '#modules/people/email/messages.vi.ts';
import { vi as handover } from '#modules/people/handover/messages.vi.ts';
import { vi as peopleImport } from '#modules/people/import/messages.vi.ts';
import { vi as invitation } from '#modules/people/invitation/messages.vi.ts';
import { vi as passkey } from '#modules/people/passkey/messages.vi.ts';
import { vi as registrant } from '#modules/people/registrant/messages.vi.ts';
import { vi as reset } from '#modules/people/reset/messages.vi.ts';
import { vi as secondFactor } from '#modules/people/second-factor/messages.vi.ts';
import { vi as session } from '#modules/people/session/messages.vi.ts';
import { vi as singleSignOn } from '#modules/people/single-sign-on/messages.vi.ts';
import { vi as transition } from '#modules/people/transition/messages.vi.ts';
import { vi as article } from '#modules/portal/article/messages.vi.ts';
import { vi as directory } from '#modules/portal/directory/messages.vi.ts';
import { vi as library } from '#modules/portal/library/messages.vi.ts';
import { vi as publication } from '#modules/portal/publication/messages.vi.ts';
import { vi as register } from '#modules/registers/register/messages.vi.ts';
import { vi as figures } from '#modules/reports/figures/messages.vi.ts';
import { vi as adoption } from '#modules/upkeep/adoption/messages.vi.ts';
import { vi as learning } from '#modules/upkeep/learning/messages.vi.ts';
import { vi as result } from '#modules/upkeep/result/messages.vi.ts';
import { vi as upkeep } from '#modules/upkeep/upkeep/messages.vi.ts';
import { vi as office } from './office.vi.ts';
import { vi as platform } from './platform.vi.ts';

export const vi = {
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
} as const;
