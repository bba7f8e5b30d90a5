export const BODY_KINDS = ['steering_committee', 'working_group', 'council'] as const;
export type BodyKind = (typeof BODY_KINDS)[number];

/** In the order in which members are listed. */
export const MEMBER_ROLES = ['head', 'standing_deputy', 'deputy', 'member', 'secretary'] as const;
export type MemberRole = (typeof MEMBER_ROLES)[number];

/** Whether members appraise and decide at the body's unit while they are on it; of other bodies they only see the body. */
export const bringsDuty = (kind: BodyKind) => kind === 'steering_committee';

/** How many members one person may name by user name in an hour. */
export const NAMES_AN_HOUR = 60;
export const MOST_BYTES = 20 * 1024 * 1024;

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const begins = (bytes: Uint8Array, ...start: number[]) => start.every((byte, at) => bytes[at] === byte);

/** What a regulation's file is, by its first bytes and never by its name; nothing for what is not taken. */
export function typeOf(bytes: Uint8Array): string | undefined {
  if (begins(bytes, 0x25, 0x50, 0x44, 0x46, 0x2d)) return 'application/pdf';
  if (begins(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'image/png';
  if (begins(bytes, 0xff, 0xd8, 0xff)) return 'image/jpeg';
  // A ZIP in which a text document lies: the directory at its end names every part.
  const zip = begins(bytes, 0x50, 0x4b, 0x03, 0x04);
  return zip && Buffer.from(bytes.subarray(-65_536)).includes('word/document.xml') ? DOCX : undefined;
}

/** A name as a file system takes it, at most 150 characters. */
export function fileNameOf(typed: string): string {
  const last = typed.normalize('NFC').split(/[\\/]/).at(-1) ?? '';
  const clean = last.replace(/[\p{Cc}"<>|:*?]/gu, '').trim();
  return clean.slice(-150) || 'quy-che';
}
