// Forms: one press is one sending, filters apply when chosen with the mouse, counts follow the typing.

// An answer that is a file leaves the page where it is: the buttons must come back by themselves.
const AGAIN_MS = 8000;

function release(form: HTMLFormElement): void {
  delete form.dataset.sent;
  form.removeAttribute('aria-busy');
  for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-held]')) {
    if (button.form !== form) continue;
    button.disabled = false;
    delete button.dataset.held;
  }
}

/** A second press of a button that sends is swallowed until the answer comes. */
export function watchSubmits(): void {
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (
      !(form instanceof HTMLFormElement) ||
      form.getAttribute('method')?.toLowerCase() !== 'post' ||
      event.defaultPrevented
    )
      return;
    if (form.dataset.sent) return event.preventDefault();
    form.dataset.sent = 'yes';
    form.ariaBusy = 'true';
    // Later: a button that is disabled now would not send its own name and value.
    setTimeout(() => {
      for (const button of form.elements) {
        if (!(button instanceof HTMLButtonElement) || button.type !== 'submit' || button.disabled) continue;
        button.disabled = true;
        button.dataset.held = '';
      }
    });
    setTimeout(() => release(form), AGAIN_MS);
  });
  window.addEventListener('pageshow', () => {
    for (const form of document.querySelectorAll<HTMLFormElement>('form[data-sent]')) release(form);
  });
}

/** Filters: a choice made with the mouse applies at once (by keys it waits for Enter, as arrows pass every choice). */
export function watchFilters(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-autosubmit]')) {
    let byPointer = false;
    form.addEventListener('pointerdown', () => {
      byPointer = true;
    });
    form.addEventListener('keydown', () => {
      byPointer = false;
    });
    form.addEventListener('change', (event) => {
      if (byPointer && event.target instanceof HTMLSelectElement) form.requestSubmit();
    });
    // The address keeps only what was chosen.
    form.addEventListener('formdata', ({ formData }) => {
      for (const [name, value] of [...formData]) if (value === '') formData.delete(name);
    });
  }
}

/** Counts under text areas, in the sentence that the page gave. */
export function watchCounts(): void {
  for (const count of document.querySelectorAll<HTMLElement>('[data-count-for]')) {
    const area = document.getElementById(count.dataset.countFor ?? '');
    if (!(area instanceof HTMLTextAreaElement)) continue;
    const max = Number(count.dataset.countMax);
    const show = () => {
      const typed = area.value.length;
      count.textContent = (count.dataset.countText ?? '{n}')
        .replace('{n}', String(typed))
        .replace('{max}', String(max));
      count.toggleAttribute('data-over', typed > max);
    };
    area.addEventListener('input', show);
    show();
  }
}
