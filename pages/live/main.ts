import './live.css';

/** The page's own path in the site, as the server names it. */
const path = decodeURIComponent(location.pathname)
  .replace(/^\//, '')
  .replace(/(^|\/)$/, '$1index.html');

const panel = document.createElement('section');
panel.id = 'triplicate-diagnostics';
panel.setAttribute('role', 'alert');
panel.hidden = true;
document.body.prepend(panel);

const note = document.createElement('p');
note.id = 'triplicate-unchecked';
note.textContent = 'As it was just written: its types are being checked.';
note.hidden = true;
document.body.append(note);

let server: string | undefined;
const source = new EventSource(`/live?page=${encodeURIComponent(path)}`);

// A server that was started again may have other pages than this one.
source.addEventListener('server', ({ data }: MessageEvent<string>) => {
  if (server !== undefined && server !== data) reload();
  server = data;
});

source.addEventListener('changed', reload);

source.addEventListener('checked', ({ data }: MessageEvent<string>) => {
  note.hidden = data === 'true';
});

source.addEventListener('diagnostics', ({ data }: MessageEvent<string>) => {
  const text: unknown = JSON.parse(data);
  panel.replaceChildren();
  panel.hidden = typeof text !== 'string' || text === '';
  if (typeof text !== 'string' || text === '') return;
  const [head, code] = [document.createElement('h2'), document.createElement('pre')];
  head.textContent = 'The policies do not compile; this page is as it was before.';
  code.textContent = text;
  code.tabIndex = 0;
  panel.append(head, code);
});

/** What is typed into the page is kept by whoever listens. */
function reload(): void {
  window.dispatchEvent(new Event('triplicate:leave'));
  location.reload();
}
