import type { vi } from './messages.vi.ts';

export const en: Record<keyof typeof vi, string> = {
  'appointment.decide_proposals': 'Decide on duties at new units',
  'transition.none_selected': 'Please select at least one row.',
  'transition.decided_already': 'Somebody has decided on these already.',
};
