import type { SectionHeading } from './rules-lines.ts';
import type { Section } from './rules-rows.ts';

/**
 * What the headings inside the list say below one more of them. A district's ends the commune above it; a place and a field stand beside each
 * other. A heading that only groups ends the places numbered as it is: below 'III. Khối cơ quan' nothing is in 'II. Huyện An Biên' any more.
 */
export function entered(before: Section, { rank, place, ...rest }: SectionHeading): Section {
  const groups = !place && Object.keys(rest).length === 0 && rank !== 'none';
  if (groups && rank === before.districtRank) return { ...before, district: '', commune: '' };
  if (groups && rank === before.communeRank) return { ...before, commune: '' };
  if (!place) return { ...before, ...rest };
  if (place.level === 'commune') return { ...before, commune: place.text, communeRank: rank };
  return { ...before, district: place.text, commune: '', districtRank: rank };
}
