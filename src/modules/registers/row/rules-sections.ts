import type { Section } from './rules.ts';
import type { SectionHeading } from './rules-lines.ts';

/**
 * What the headings inside the list say below one more of them. A district's ends the commune above it; a place and a field stand beside each
 * other. A heading that only groups ends the places numbered as it is: below 'III. Khối cơ quan' nothing is in 'II. Huyện An Biên' any more.
 */
export function entered(section: Section, { rank, place, verdict, ...rest }: SectionHeading): Section {
  const before = judged(section, { rank, verdict, place: place !== undefined });
  const groups = !place && !verdict && Object.keys(rest).length === 0 && rank !== 'none';
  if (groups && rank === before.districtRank) return { ...before, district: '', commune: '' };
  if (groups && rank === before.communeRank) return { ...before, commune: '' };
  if (!place) return { ...before, ...rest };
  if (place.level === 'commune') return { ...before, commune: place.text, communeRank: rank };
  return { ...before, district: place.text, commune: '', districtRank: rank };
}

// 'I. Mô hình được công nhận' holds for the places below it, up to the next heading numbered like it, or like the places that it stands in.
function judged(
  { verdict, verdictRank, verdictIn = [], ...before }: Section,
  heading: Pick<SectionHeading, 'rank' | 'verdict'> & { place: boolean },
): Section {
  const again = heading.verdict !== undefined && verdictRank === heading.rank;
  const ends = heading.rank === verdictRank || (heading.place && verdictIn.includes(heading.rank));
  if (heading.verdict === undefined) {
    return verdict === undefined || ends ? before : { ...before, verdict, verdictRank: verdictRank!, verdictIn };
  }
  const places = again ? verdictIn : [before.districtRank, before.communeRank];
  return { ...before, verdict: heading.verdict, verdictRank: heading.rank, verdictIn: places };
}
