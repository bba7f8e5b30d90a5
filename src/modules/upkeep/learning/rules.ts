/** How a request to learn stands: asked, a mentor and a day are named, declined with why, withdrawn by who asked. */
const LEARNING_STATES = ['asked', 'welcomed', 'declined', 'withdrawn'] as const;
export type LearningState = (typeof LEARNING_STATES)[number];

/** A request as both sides see it. Days are `yyyy-mm-dd`. */
export interface Learning {
  id: number;
  initiativeId: number;
  code: string;
  /** The model as it was called to who asked. */
  name: string;
  askerUnitId: number;
  askerRegistrantId: number | null;
  asker: string;
  wish: string;
  askedBy: number;
  askedByName: string;
  askedAt: Date;
  state: LearningState;
  mentor: string;
  visitOn: string | null;
  place: string;
  answer: string;
  answeredByName: string | null;
  answeredAt: Date | null;
}

/** Characters of what somebody wishes to learn, and of an answer. */
export const WORDS_MAX = 2_000;
/** Requests of one person in a day. */
export const IN_A_DAY = 20;

/** On whose behalf somebody asks: the office of a unit, or a registrant of theirs. */
export interface Asker {
  /** As the form sends it: `unit-4`, `registrant-1`. */
  value: string;
  unitId: number;
  registrantId: number | null;
  unitName: string;
}

const TONES = { asked: 'info', welcomed: 'good', declined: 'warn', withdrawn: 'neutral' } as const;
/** The mood of a state's mark. */
export const toneOf = (state: LearningState) => TONES[state];
