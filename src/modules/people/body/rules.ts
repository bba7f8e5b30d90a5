import type { FileType } from '#platform/file-types.ts';

export const BODY_KINDS = ['steering_committee', 'working_group', 'council'] as const;
export type BodyKind = (typeof BODY_KINDS)[number];

/** In the order in which members are listed. */
export const MEMBER_ROLES = ['head', 'standing_deputy', 'deputy', 'member', 'secretary'] as const;
export type MemberRole = (typeof MEMBER_ROLES)[number];

/** Whether members appraise and decide at the body's unit while they are on it; of other bodies they only see the body. */
export const bringsDuty = (kind: BodyKind) => kind === 'steering_committee';

export const MOST_BYTES = 20 * 1024 * 1024;

/** What a working regulation may be. */
export const REGULATION_TYPES: readonly (FileType | undefined)[] = [
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'image/png',
  'image/jpeg',
];
