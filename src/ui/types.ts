/** The mood of a mark or a message; the words beside it always say the same, so colour is never alone. */
export type Tone = 'neutral' | 'info' | 'good' | 'warn' | 'bad';

export type NavItem = {
  href: string;
  label: string;
  /** Shown at the end of the line, already written for the reader ("14"). */
  count?: string | number;
  /** Says what the count counts, for screen readers ("việc đang chờ"). */
  countLabel?: string;
  current?: boolean;
};
export type NavGroup = { heading?: string; items: NavItem[] };
export type Link = { href: string; label: string };
export type Crumb = { href?: string; label: string };

/** `group`: the heading under which a select shows it; those of one group stand together. */
export type Option = { value: string; label: string; hint?: string; disabled?: boolean; group?: string };

/** `name` is the field's id in the page; without it the line is a sentence without a link. */
export type FormError = { name?: string; text: string };

export type Step = { label: string; detail?: string; state: 'done' | 'now' | 'later'; title?: string };
export type Moment = {
  at: string;
  datetime?: string;
  text: string;
  detail?: string;
  /** Further quiet lines, one below the other. */
  notes?: readonly string[];
  href?: string;
  tone?: Tone;
};
export type Fact = { term: string; text?: string; href?: string; note?: string; badge?: { text: string; tone?: Tone } };

export type Column<Row> = {
  key: string;
  label: string;
  /** Figures: set right, in tabular figures. */
  number?: boolean;
  /** The value of `sort` in the address; without it the column cannot be sorted. */
  sort?: string;
  /** First press sorts downwards (dates, figures). */
  downFirst?: boolean;
  /** Any CSS width; the rest is shared out. */
  width?: string;
  /** The column that names the row: heading of the card on a phone, row header for screen readers. */
  title?: boolean;
  /** Left out on a phone. */
  wide?: boolean;
  /** Says itself what it is: on a phone it goes without its label, as a badge does. */
  bare?: boolean;
  text?: (row: Row) => string | number | null | undefined;
  href?: (row: Row) => string | undefined;
  /** A quiet second line. */
  note?: (row: Row) => string | undefined;
  badge?: (row: Row) => { text: string; tone?: Tone } | undefined;
};

export type BarRow = { label: string; value: number; text: string; href?: string; note?: string };
export type Series = { label: string; tone?: Tone | 'accent' };
export type ColumnGroup = { label: string; values: (number | null)[]; texts: string[]; href?: string };

/** A form that is saved while it is being written (autosave.ts); the script names states by the keys of `say`. */
export type Autosave = {
  url: string;
  /** Whose it is: what a device keeps is shown to nobody else. */
  person: number;
  /** The page that saved last, and its how-manieth save that was. */
  writer: string;
  count: number;
  /** Two texts stand side by side: nothing is saved until a person has chosen. */
  comparing: boolean;
  say: Record<'saving' | 'failed' | 'conflict' | 'offline' | 'signed-out' | 'gone', string>;
  /** When it was last saved, in words. */
  saved?: string;
  /** What is offered where another page has saved since. */
  both: { title: string; text: string; compare: string; to: number; drop: string; href: string };
};
