import { render } from 'preact';
import type { MatrixData } from '../../compiler/site/matrix-data.ts';
import { App } from './app.tsx';
import './page.css';
import './table.css';
import './panel.css';
import './diagram.css';

const place = document.getElementById('matrix-app');
const beside = document.getElementById('clause-panel');
const text = document.getElementById('matrix-data')?.textContent;
if (place !== null && beside !== null && typeof text === 'string') {
  const data: MatrixData = JSON.parse(text);
  // With the panel there, an address of a clause opens it, and must not scroll to the legend.
  for (const entry of document.querySelectorAll('.legend > li')) entry.removeAttribute('id');
  place.replaceChildren();
  render(<App data={data} beside={beside} />, place);
}
