import type { Translate } from '#platform/i18n.ts';

/** The words of the pager in the portal. */
export function pagerWords(t: Translate) {
  return {
    nav: t('directory.pages'),
    first: t('directory.first'),
    previous: t('directory.previous'),
    next: t('directory.next'),
  };
}

/** The words of the filter bar in the portal. */
export function filterWords(t: Translate) {
  return {
    nav: t('library.search'),
    filters: t('directory.filters'),
    apply: t('directory.apply'),
    active: t('directory.active'),
    remove: t('directory.remove'),
    clear: t('directory.clear'),
  };
}
