import type { RequestEvent } from '@sveltejs/kit';
import { confirmSelf } from '#modules/people/session/server/actions-confirm.ts';
import { submitting } from '#platform/server/pages.ts';

/** As `submitting`, for what matters: the own password, if the form brought it as `confirm`, is checked first. */
export const confirming = <T extends RequestEvent>(event: T, work: Parameters<typeof submitting<T>>[1]) =>
  submitting(event, async (ctx, values, form) => {
    await confirmSelf(ctx, values.confirm);
    return work(ctx, values, form);
  });
