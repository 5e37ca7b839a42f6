import { render } from 'preact';
import './desk.css';
import './fields.css';
import './files.css';
import './form.css';
import './result.css';
import './letter.css';
import './narrow-and-print.css';
import { DeskView } from './desk-view.tsx';
import { readDesk } from './desk.ts';
import { takenUp } from './kept-case.ts';

const place = document.getElementById('desk');
if (place !== null) {
  const desk = readDesk();
  place.replaceChildren();
  render(<DeskView desk={desk} start={takenUp(desk)} />, place);
}
