// Passkeys: the one thing here that cannot be done without script. A form with `data-passkey` asks the site for a question,
// has the browser's keys answer it, and sends the answer as the form it is. A `data-confirm-key` does so within a form that asks
// who is there, in place of the password. Without script both stay hidden.

const usable = 'PublicKeyCredential' in window && 'parseRequestOptionsFromJSON' in PublicKeyCredential;

async function posted(address: string, body: URLSearchParams): Promise<never> {
  const response = await fetch(address, { method: 'POST', body });
  const said = await response.json();
  if (!response.ok) throw new Error(said.problem);
  return said as never;
}

async function answerTo(ask: string, body: URLSearchParams, how?: string): Promise<string> {
  const asked = await posted(ask, body);
  const credential =
    how === 'create'
      ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(asked) })
      : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(asked) });
  return JSON.stringify((credential as PublicKeyCredential).toJSON());
}

/** Does what a key is needed for; what went wrong is said at `failed`. */
async function tried(failed: HTMLElement | null, work: () => Promise<void>): Promise<void> {
  if (failed) failed.hidden = true;
  try {
    await work();
  } catch (error) {
    if (!failed) return;
    // What the site said, else the words that came with the page: browsers explain themselves in their own language.
    const said = error instanceof Error && error.constructor === Error ? error.message : '';
    failed.textContent = said || (failed.dataset.words ?? '');
    failed.hidden = false;
  }
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-passkey]')) {
  // A question of who is there may stand within the form, with words of its own.
  const failed = form.querySelector<HTMLElement>('[data-passkey-failed]:not([data-confirm] *)');
  const answer = form.elements.namedItem('answer');
  if (!usable || !(answer instanceof HTMLInputElement)) continue;
  form.hidden = false;
  for (const other of document.querySelectorAll<HTMLElement>('[data-without-passkey]')) other.hidden = true;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const { passkey, ask = '' } = form.dataset;
    tried(failed, async () => {
      answer.value = await answerTo(ask, new URLSearchParams(new FormData(form) as never), passkey);
      form.submit();
    });
  });
}

/** Who is there has proved it: no form of the page asks any more. */
function confirmed(where: HTMLElement): void {
  for (const each of document.querySelectorAll<HTMLElement>('[data-confirm]')) {
    each.hidden = true;
    for (const field of each.querySelectorAll('input')) field.value = '';
  }
  const said = where.closest('[data-confirm]')?.parentElement?.querySelector<HTMLElement>('[data-confirmed]');
  if (said) said.textContent = said.dataset.words ?? '';
  const submits = where.closest('form')?.querySelectorAll<HTMLElement>('button:not([type=button])');
  submits?.[0]?.focus();
}

for (const way of document.querySelectorAll<HTMLElement>('[data-confirm-key]')) {
  if (!usable) continue;
  way.hidden = false;
  way.querySelector('button')?.addEventListener('click', () =>
    tried(way.querySelector('[data-passkey-failed]'), async () => {
      const { ask = '', answer = '' } = way.dataset;
      await posted(answer, new URLSearchParams({ answer: await answerTo(ask, new URLSearchParams()) }));
      confirmed(way);
    }),
  );
}
