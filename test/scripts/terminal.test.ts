import { expect, test } from 'vitest';
import { hasColour } from '../../scripts/terminal.ts';

test('colours show on a terminal alone, and not where NO_COLOR or a dumb terminal forbids them', () => {
  expect(hasColour({ isTTY: true }, {})).toBe(true);
  expect(hasColour({ isTTY: true }, { NO_COLOR: '' })).toBe(true);
  expect(hasColour({ isTTY: true }, { NO_COLOR: '1' })).toBe(false);
  expect(hasColour({ isTTY: true }, { TERM: 'dumb' })).toBe(false);
  expect(hasColour({ isTTY: false }, {})).toBe(false);
  expect(hasColour({}, {})).toBe(false);
});
