import { expect, test } from 'vitest';
import { actorOf, PERSON_NAMES } from '../../../../tests/support/cast.ts';
import { mayReview } from './policy.ts';
import { CONFLICTS } from './rules.ts';

const reading = { registrationState: 'self_assessed', mine: 'waiting', conflict: null } as const;

test.each(CONFLICTS)('nobody scores in the conflict %s, whatever else they may', (conflict) => {
  for (const person of PERSON_NAMES)
    expect(mayReview(actorOf(person), { ...reading, conflict })).toEqual({ code: `review.conflict.${conflict}` });
});

test.each([
  [{}, true],
  [{ mine: null }, 'review.why_not.not_asked'],
  [{ mine: 'given' }, 'review.why_not.given'],
  [{ mine: 'recused' }, 'review.why_not.recused'],
  [{ registrationState: 'proposed' }, 'review.why_not.state'],
] as const)('%j', (over, answer) => {
  const may = mayReview(actorOf('committee_member'), { ...reading, ...over });
  expect(may).toEqual(answer === true ? true : { code: answer });
});
