// What was typed and could not be saved yet, kept in this browser only until it is. A browser may refuse to keep
// anything (private windows, full disk): then nothing is kept and nothing breaks.

export type Texts = Record<string, string>;
type Kept = { version: string; texts: Texts };

const nameOf = (url: string) => `kept:${url}`;

/** Remembers texts for an address until `forget`. */
export function keep(url: string, version: string, texts: Texts): void {
  try {
    localStorage.setItem(nameOf(url), JSON.stringify({ version, texts } satisfies Kept));
  } catch {}
}

export function forget(url: string): void {
  try {
    localStorage.removeItem(nameOf(url));
  } catch {}
}

/** What was kept for an address, or null. */
export function kept(url: string): Kept | null {
  try {
    const value = JSON.parse(localStorage.getItem(nameOf(url)) ?? 'null') as Kept | null;
    return value && typeof value.texts === 'object' && typeof value.version === 'string' ? value : null;
  } catch {
    return null;
  }
}

function written(form: HTMLFormElement): (HTMLInputElement | HTMLTextAreaElement)[] {
  return [...form.elements].filter(
    (field): field is HTMLInputElement | HTMLTextAreaElement =>
      field instanceof HTMLTextAreaElement ||
      (field instanceof HTMLInputElement && !['hidden', 'file', 'checkbox', 'radio', 'password'].includes(field.type)),
  );
}

/** What a person has written in a form, by field; choices and files are left out. */
export function textsOf(form: HTMLFormElement): Texts {
  return Object.fromEntries(written(form).map((field) => [field.name, field.value]));
}

/** The kept texts that are not what the form holds. */
export function differing(form: HTMLFormElement, texts: Texts): string[] {
  return written(form).flatMap((field) => {
    const text = texts[field.name];
    return text && text !== field.value ? [text] : [];
  });
}

/** Writes kept texts back; choices and hidden values stay as the server gave them. */
export function fill(form: HTMLFormElement, texts: Texts): void {
  for (const field of written(form)) field.value = texts[field.name] ?? field.value;
}
