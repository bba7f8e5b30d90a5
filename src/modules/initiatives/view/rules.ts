/** What a list's line may show beside its name, its standing and its day. */
export const VIEW_COLUMNS = ['registrant', 'unit', 'field', 'subject', 'cycle', 'since'] as const;
export type ViewColumn = (typeof VIEW_COLUMNS)[number];

export const VIEWS_MAX = 30;

/** A look at the list that somebody has saved. */
export interface SavedView {
  id: number;
  name: string;
  /** Filters, order and columns, as the list's address has them, without its question mark. */
  address: string;
  isDefault: boolean;
  shared: boolean;
  /** Whose it is; null: the reader's own. */
  owner: string | null;
}

/** The columns that an address chooses, in their order: `columns=unit,field`. */
export function columnsOf(address: URLSearchParams): ViewColumn[] {
  const asked = address.getAll('columns').flatMap((each) => each.split(','));
  return VIEW_COLUMNS.filter((column) => asked.includes(column));
}

const KEPT = [
  'q',
  'cycle',
  'level',
  'unit',
  'state',
  'field',
  'sector',
  'own',
  'on',
  'view',
  'subject',
  'decision',
  'sort',
];

/** What of an address is a view of the list: not the page of it that was open, nor what any link may have added. */
export function viewOf(address: URLSearchParams): string {
  const kept = new URLSearchParams([...address].filter(([name, value]) => KEPT.includes(name) && value !== ''));
  const columns = columnsOf(address);
  if (columns.length > 0) kept.set('columns', columns.join());
  return kept.toString();
}

/** The address at which a saved view opens; it names the view, so that a list without any filter is told from the door to it. */
export function addressOf({ id, address }: Pick<SavedView, 'id' | 'address'>): string {
  const asked = new URLSearchParams(address);
  asked.set('saved', String(id));
  return `/office/initiatives?${asked}`;
}
