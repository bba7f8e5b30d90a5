import { type Reason, refuse } from '#platform/refusal.ts';

/** Opens a page to who may; the reason becomes the error page's sentence. */
export function permit(allowed: true | Reason): void {
  if (allowed !== true) refuse('forbidden', allowed.code, allowed.params ? { params: allowed.params } : {});
}
