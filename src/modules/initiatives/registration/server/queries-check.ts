import { type Reason, Refusal } from '#platform/refusal.ts';
import { parse } from '#platform/server/action.ts';
import { type DraftContent, RegistrationContent } from '../schema.ts';

/** What keeps a draft from being sent, by box: what is missing, and what is too long. */
export function problemsOf(content: DraftContent): Record<string, Reason> {
  try {
    parse(RegistrationContent, content);
    return {};
  } catch (failure) {
    if (failure instanceof Refusal) return failure.fields;
    throw failure;
  }
}
