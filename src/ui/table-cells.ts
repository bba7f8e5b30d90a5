import type { Column } from './types.ts';

/** Whether a cell has nothing to say: on a phone a label without a value would only take room. */
export const isBlank = <Row>(row: Row, column: Column<Row>): boolean =>
  Boolean(column.text || column.badge) &&
  !(column.text?.(row) || column.badge?.(row) || column.note?.(row)) &&
  column.text?.(row) !== 0;

/** The word before a cell on a phone, where a badge says itself what it is. */
export const labelOf = <Row>(column: Column<Row>): string | undefined =>
  column.bare || (column.badge && !column.text) ? undefined : column.label;

/** The marks that the table's styles go by; most cells have none. */
export const classOf = <Row>(column: Column<Row>, none: boolean): string | undefined =>
  [column.title && 'title', none && 'none', column.number && 'number', column.wide && 'wide']
    .filter(Boolean)
    .join(' ') || undefined;
