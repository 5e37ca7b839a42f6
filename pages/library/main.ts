import './library.css';

const query = document.querySelector<HTMLInputElement>('#query');
const count = document.querySelector('#count');
const none = document.querySelector<HTMLElement>('#none');
const items = [...document.querySelectorAll<HTMLElement>('#policies > li')];

/** Shows the policies that name every word that is looked for, each as a part of one of theirs. */
function search(): void {
  const words = (query?.value ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  for (const item of items) {
    const text = item.dataset['search'] ?? '';
    item.hidden = !words.every((word) => text.includes(word));
  }
  const shown = items.filter(({ hidden }) => !hidden).length;
  if (none !== null) none.hidden = shown > 0;
  if (count !== null)
    count.textContent =
      words.length === 0
        ? `${items.length} ${items.length === 1 ? 'policy' : 'policies'}.`
        : `${shown} of ${items.length} ${items.length === 1 ? 'policy' : 'policies'}.`;
}

query?.addEventListener('input', search);
// A browser that goes back to the page fills the field in again.
window.addEventListener('pageshow', search);
