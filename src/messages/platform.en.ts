import type { vi } from './platform.vi.ts';

export const en: Record<keyof typeof vi, string> = {
  'refusal.characters': 'What was sent holds a character that cannot be kept. Remove it, then send again.',
  'refusal.missing': 'Not found, or outside what you answer for.',
  'refusal.key_reused':
    'This form was already sent with other content. What you typed is still here; open the page again and resend.',
  'refusal.read_only': 'This account may read, not change.',
  'refusal.not_yours': 'This belongs to another unit.',
  'form.invalid': 'Some things need mending before this can be sent.',
  'form.too_big': 'Longer than {max} characters; please shorten it.',
  'form.too_small': 'Nothing is filled in yet.',
  'form.invalid_type': 'Nothing is filled in yet.',
  'form.invalid_value': 'That choice is not on the list.',
  'form.invalid_format': 'That is not written the expected way.',
  'form.custom': 'That is not right yet.',
  'form.unrecognized_keys': 'A box does not belong to this form.',
};
