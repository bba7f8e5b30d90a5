import { queueReminded } from '#modules/initiatives/board/server/jobs.ts';
import { sendMention } from '#modules/initiatives/comment/server/jobs.ts';
import { checkCountersNightly, foldCountersSoon } from '#modules/initiatives/counters/server/jobs.ts';
import { placeUnitsNightly } from '#modules/organisations/reorganisation/server/jobs.ts';
import { sweepRequestsNightly } from '#modules/people/account-request/server/jobs.ts';
import { sendAnswer } from '#modules/people/account-request/server/jobs-answer.ts';
import { sealAuditSoon } from '#modules/people/audit/server/jobs.ts';
import { sendDeputyLetter } from '#modules/people/deputy/server/jobs.ts';
import { sendChangedLetter, sendProofLetter } from '#modules/people/email/server/jobs.ts';
import { sweepImportsNightly } from '#modules/people/import/server/jobs.ts';
import { sendInvitation } from '#modules/people/invitation/server/jobs.ts';
import { sendResetLetter } from '#modules/people/reset/server/jobs.ts';
import { sweepSessionsNightly } from '#modules/people/session/server/jobs.ts';
import { readLargeList } from '#modules/registers/register/server/jobs.ts';
import { forgetPressesNightly } from '#platform/server/idempotency.ts';
import type { Job } from '#platform/server/jobs.ts';
import { queueDigestsDaily, sendDigestsSoon } from './digests.ts';

/** A job that comes by itself: minute, hour, day, month, weekday on Vietnam's clock. */
export interface Recurring {
  at: string;
  job: Job<object>;
}

/** Every recurring job of every module. */
export const recurring: readonly Recurring[] = [
  { at: '* * * * *', job: foldCountersSoon },
  { at: '* * * * *', job: sealAuditSoon },
  { at: '* * * * *', job: sendDigestsSoon },
  { at: '30 6 * * *', job: queueDigestsDaily },
  { at: '0 0 * * *', job: placeUnitsNightly },
  { at: '10 2 * * *', job: sweepSessionsNightly },
  { at: '15 2 * * *', job: sweepRequestsNightly },
  { at: '15 2 * * *', job: sweepImportsNightly },
  { at: '20 2 * * *', job: forgetPressesNightly },
  { at: '30 2 * * *', job: checkCountersNightly },
];

/** Every job that an action asks for with `later`. */
export const asked = [
  sendResetLetter,
  sendProofLetter,
  sendInvitation,
  sendAnswer,
  sendChangedLetter,
  sendDeputyLetter,
  readLargeList,
  sendMention,
  queueReminded,
] as readonly Job<object>[];
