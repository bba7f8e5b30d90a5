import type { FileType } from '#platform/file-types.ts';

/** Of one file as it is sent, in bytes. */
export const MOST_BYTES = 20 * 1024 * 1024;
/** Of one model. */
export const MOST_FILES = 100;
/** In one sending; together they must fit into a form of 30 MB. */
export const MOST_AT_ONCE = 10;

const PICTURES: readonly string[] = ['image/jpeg', 'image/png', 'image/webp'] satisfies FileType[];

/** Whether it is drawn anew before it is kept, and can be looked at. */
export const isPicture = (type: string) => PICTURES.includes(type);

/** The endings that the form offers; what a file is, its bytes say. */
export const ACCEPTED = '.jpg,.jpeg,.png,.webp,.pdf,.docx,.xlsx,.pptx,.odt,.ods';
