import { describe, expect, it } from 'vitest';
import { decidingPart, parseEvaluator } from '../../../../compiler/suite/deciding-part.ts';
import type { Mutant } from '../../../../compiler/suite/mutants.ts';
import { keepsOrder } from '../../../../compiler/suite/proofs/days.ts';
import { asksOrderAlone } from '../../../../compiler/suite/proofs/order.ts';

/** An evaluator that keeps days by number, compares them, and opens a window whose edge may be left out. */
const text = `export const leafCount = 1;
export const clauseCount = 1;
let days = new Int32Array(16);
let first = 0;
const side = { count: -6, months: true, inclusive: true };
function day(date: string): number {
  return Number(date.slice(0, 4)) * 384 + Number(date.slice(5, 7)) * 32 + Number(date.slice(8));
}
function dayNumber(date: number): number {
  if (date === 0) return 0;
  return date * 2 + 1;
}
function monthsAfter(from: number, months: number): number {
  return from + months * 32;
}
function sideDay(anchor: number, { count, months }: Side): number {
  return months ? dayNumber(monthsAfter(anchor, count)) : dayNumber(anchor) + count;
}
function latest(date: number, last: number): number {
  return date !== 0 && (last === 0 || date > last) ? date : last;
}
export function encode(facts: Facts, leaves: Uint8Array): void {
  first = -0x40000000;
  first = sideDay(day(facts.on), side) + (side.inclusive ? 0 : 1);
  let last = 0;
  for (let index = 0; index < facts.events.length; index += 1) {
    days[index] = dayNumber(day(facts.events[index]!));
    last = latest(days[index]!, last);
  }
  leaves[0] = last >= first ? 3 : 0;
}
export function decide(leaves: Uint8Array, clauses: Uint8Array): number {
  return leaves[0]!;
}
`;

function asks(changed: string): boolean {
  const file = parseEvaluator(changed);
  return asksOrderAlone(file, decidingPart(file), 'dayNumber');
}

describe('a text', () => {
  it('that keeps days and compares them asks for their order alone', () => {
    expect(asks(text)).toBe(true);
  });

  it.each([
    ['reckons how many lie between two', 'last >= first ?', 'last - first >= 3 ?'],
    ['compares one with a number', 'last >= first ?', 'last >= 700000 ?'],
    ['takes one for a truth', 'last >= first ?', 'last ?'],
    ['moves a bound to the side that is not left out', 'last >= first ?', 'last > first ?'],
    ['counts days from the anchor', 'count: -6, months: true', 'count: -6, months: false'],
    ['adds more than a day', '(side.inclusive ? 0 : 1)', '(side.inclusive ? 0 : 2)'],
    ['keeps them in fewer bits', 'new Int32Array(16)', 'new Uint16Array(16)'],
    ['compares them with numbers of another kind', 'let last = 0;', 'let last = day(facts.on);'],
    ['finds a place by one', 'leaves[0] =', 'leaves[last] ='],
    ['puts one into an object', 'let last = 0;', 'let last = 0; const kept = { last };'],
    [
      'returns one out of a function within',
      'let last = 0;',
      'let last = 0; const of = () => { return last; };',
    ],
    ['adds one up', 'last = latest(', 'last += latest('],
    ['takes one of two kinds', '? date : last', '? date : 5'],
    ['hands one to what it does not declare', 'leaves[0] =', 'foreign(last); leaves[0] ='],
    ['takes its bits', 'last >= first ?', '(last & 31) >= first ?'],
  ])('that %s asks for more', (_, from, to) => {
    expect(text).toContain(from);
    expect(asks(text.replace(from, to))).toBe(false);
  });
});

describe('the order of days', () => {
  const names = new Set(['day', 'dayNumber']);
  const mutant = (declaration: string, from: string, replacement: string): Mutant => {
    const start = text.indexOf(from);
    expect(start).toBeGreaterThan(0);
    return { name: from, kind: 'bound moved', start, end: start + from.length, replacement, declaration };
  };

  it('is kept by any numbers that rise from day to day', () => {
    expect(keepsOrder(text, mutant('dayNumber', 'date * 2 + 1', 'date * 3 - 5'), names)).toBe(true);
    expect(keepsOrder(text, mutant('day', '* 384 +', '* 400 +'), names)).toBe(true);
  });

  it.each([
    ['two days are one', 'dayNumber', 'date * 2 + 1', '(date >> 1) + 1'],
    ['days go back', 'dayNumber', 'date * 2 + 1', '1000000 - date'],
    ['a number is none', 'dayNumber', 'date * 2 + 1', 'date / 0'],
    ['a number is no whole', 'dayNumber', 'date * 2 + 1', 'date / 2'],
    ['a number lies beyond what is taken for the last', 'dayNumber', 'date * 2 + 1', 'date * 2000'],
    ['a day is numbered below all', 'dayNumber', 'date * 2 + 1', 'date - 0x40000000'],
    ['an unknown day gets a number', 'dayNumber', 'return 0;', 'return 1;'],
    ['the end of a year runs into the next', 'day', '* 384 +', '* 382 +'],
    ['the end of a month runs into the next', 'day', '* 32 +', '* 30 +'],
  ])('is not where %s', (_, declaration, from, to) => {
    expect(keepsOrder(text, mutant(declaration, from, to), names)).toBe(false);
  });
});
