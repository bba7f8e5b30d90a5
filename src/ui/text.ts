/** Words joined by dots, each dot held to the word before it, so that no line begins with one. */
export const dotted = (text: string): string => text.replaceAll(' · ', '\u00a0· ');
