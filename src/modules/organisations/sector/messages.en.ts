import type { vi } from './messages.vi.ts';

export const en: Record<keyof typeof vi, string> = {
  'sector.ensure': 'Record the sectors',
};
