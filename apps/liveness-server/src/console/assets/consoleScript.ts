/**
 * The console's only script: shows a picture below its button instead of in a tab of its own, and takes it away again. All
 * else works without it.
 */
export const CONSOLE_SCRIPT = `'use strict';
for (const form of document.querySelectorAll('form[data-pictures]')) {
  const alert = form.querySelector('[role=alert]');
  const shown = form.querySelector('.shown');
  let busy = false;
  const take = (figure) => {
    URL.revokeObjectURL(figure.querySelector('img').src);
    figure.remove();
  };
  const tell = (text) => {
    alert.textContent = text;
    alert.hidden = text === '';
  };
  const show = (name, blob) => {
    for (const figure of [...shown.children]) if (figure.dataset.name === name) take(figure);
    const figure = document.createElement('figure');
    figure.dataset.name = name;
    const image = document.createElement('img');
    image.alt = form.dataset.alt.replace('{name}', name);
    image.src = URL.createObjectURL(blob);
    const caption = document.createElement('figcaption');
    const code = document.createElement('code');
    code.textContent = name;
    const hide = document.createElement('button');
    hide.type = 'button';
    hide.className = 'quiet';
    hide.textContent = form.dataset.hide;
    hide.addEventListener('click', () => take(figure));
    caption.append(code, ' ', hide);
    figure.append(image, caption);
    shown.append(figure);
  };
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const button = event.submitter;
    if (busy) return;
    busy = true;
    tell('');
    try {
      const body = new URLSearchParams(new FormData(form));
      const answer = await fetch(button.formAction, { method: 'POST', body, cache: 'no-store', redirect: 'manual' });
      const isPicture = answer.status === 200 && answer.headers.get('content-type') === 'image/jpeg';
      if (isPicture) show(button.dataset.name, await answer.blob());
      else tell(form.dataset[answer.status] || form.dataset.other);
    } catch {
      tell(form.dataset.other);
    }
    busy = false;
  });
  // Nothing stays in a page that the browser keeps for the way back.
  window.addEventListener('pagehide', () => {
    for (const figure of [...shown.children]) take(figure);
  });
}
`;
