import { describe, expect, test } from 'vitest';
import { actorOf, PERSON_NAMES } from '../../../../tests/support/cast.ts';
import { mayDraft, mayWriteDraft } from './policy.ts';

describe('drafts', () => {
  test('registrants, officers and those of a sector write them', () => {
    const writers = PERSON_NAMES.filter((person) => mayDraft(actorOf(person)) === true);
    expect(writers).toEqual([
      'registrant',
      'commune_officer',
      'district_officer',
      'provincial_officer',
      'sector_officer',
      'sibling_registrant',
      'sibling_officer',
      'other_registrant',
      'other_officer',
      'other_district_officer',
    ]);
  });

  test("a draft is its writer's alone", () => {
    const own = actorOf('commune_officer');
    expect(mayWriteDraft(own, { ownerId: own.id as number })).toBe(true);
    expect(mayWriteDraft(actorOf('provincial_officer'), { ownerId: own.id as number })).toEqual({
      code: 'refusal.not_yours',
    });
  });
});
