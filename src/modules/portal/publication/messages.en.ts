import type { vi } from './messages.vi.ts';

export const en: Record<keyof typeof vi, string> = {
  'initiative.publish': 'Publish models',
  'initiative.unpublish': 'Take a model out of the portal',
  'publication.title': 'Publication on the portal',
  'publication.left': '{count} {count|model|models} of this decision {count|is|are} not published.',
  'publication.help': 'A collective’s model shows the name of the collective; an individual’s shows no name.',
  'publication.do': 'Publish {count} {count|model|models}',
  'publication.all': 'Every model of this decision is published.',
  'publication.done': '{count} {count|model is|models are} published.',
  'publication.public': 'published',
  'publication.take_back': 'Take back',
  'publication.take_back_one': 'Take “{name}” out of the portal',
  'publication.taken_back': 'Taken out of the portal. The recognition stands.',
  'publication.nothing_left': 'Every model of this decision is published already.',
  'publication.not_public': 'This model is not public any more.',
  'publication.why_not.level_commune':
    'A model recognised at grassroots level is published by an officer of the unit that decided.',
  'publication.why_not.level_district':
    'A model recognised at district level is published by an officer of the district.',
  'publication.why_not.level_province':
    'A model recognised at province level is published by an officer of the province.',
};
