import { formatNumber } from '#platform/vietnamese.ts';

/** A total or a difference of totals as it is read: hundredths of 100 with two decimals. */
export const inPoints = (hundredths: number, language: 'vi' | 'en') => formatNumber(hundredths / 100, language);
