import { render } from 'preact';
import './desk.css';
import { DeskView } from './desk-view.tsx';
import { readDesk } from './desk.ts';
import { takenUp } from './kept-case.ts';

const place = document.getElementById('desk');
if (place !== null) {
  const desk = readDesk();
  place.replaceChildren();
  render(<DeskView desk={desk} start={takenUp(desk)} />, place);
}
