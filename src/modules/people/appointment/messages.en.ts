import type { vi } from './messages.vi.ts';

export const en: Record<keyof typeof vi, string> = {
  'readers.title': 'Who can see this model?',
  'readers.published': 'It is published: anybody can read it on the portal. These people can see its record too:',
  'readers.not_published': 'It is not published: only these people can see it, by their duties of today.',
  'readers.why.registrant': 'Registrants',
  'readers.why.territory': 'Answer for the territory',
  'readers.why.kept': 'Keep the open work of a unit that has ended',
  'readers.why.all': 'See everything',
};
