// Passkeys: the one thing here that cannot be done without script. A form with `data-passkey` asks the site for a question,
// has the browser's keys answer it, and sends the answer as the form it is. Without script it stays hidden.

const usable = 'PublicKeyCredential' in window && 'parseRequestOptionsFromJSON' in PublicKeyCredential;

async function answerOf(form: HTMLFormElement): Promise<string> {
  const { passkey, ask = '' } = form.dataset;
  const response = await fetch(ask, { method: 'POST', body: new URLSearchParams(new FormData(form) as never) });
  const asked = await response.json();
  if (!response.ok) throw new Error(asked.problem);
  const credential =
    passkey === 'create'
      ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(asked) })
      : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(asked) });
  return JSON.stringify((credential as PublicKeyCredential).toJSON());
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-passkey]')) {
  const failed = form.querySelector<HTMLElement>('[data-passkey-failed]');
  const answer = form.elements.namedItem('answer');
  if (!usable || !(answer instanceof HTMLInputElement)) continue;
  form.hidden = false;
  for (const other of document.querySelectorAll<HTMLElement>('[data-without-passkey]')) other.hidden = true;
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (failed) failed.hidden = true;
    try {
      answer.value = await answerOf(form);
      form.submit();
    } catch (error) {
      if (!failed) return;
      // What the site said, else the words that came with the page: browsers explain themselves in their own language.
      const said = error instanceof Error && error.constructor === Error ? error.message : '';
      failed.textContent = said || (failed.dataset.words ?? '');
      failed.hidden = false;
    }
  });
}
