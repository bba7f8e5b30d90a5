import type { Translate } from '#platform/i18n.ts';

/** The words of a list's filter bar. */
export const filterWords = (t: Translate) => ({
  nav: t('office.filters'),
  filters: t('office.filters'),
  apply: t('office.apply'),
  active: t('office.active'),
  remove: t('office.remove'),
  clear: t('office.clear'),
});

/** The words of a list's pager. */
export const pagerWords = (t: Translate) => ({
  nav: t('office.pages'),
  first: t('office.first'),
  previous: t('office.previous'),
  next: t('office.next'),
});
