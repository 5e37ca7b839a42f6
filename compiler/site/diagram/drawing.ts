import type { Element, ElementContent } from 'hast';
import { h, s } from 'hastscript';
import { visible } from '../../visible-text.ts';
import type { DecisionDiagram, Target } from '../decision-diagram.ts';
import { layOut, type Graph, type Point } from './layout.ts';
import {
  diagramSentences,
  diagramTitle,
  inLines,
  passedWords,
  questionWords,
  type ClauseNames,
} from './words.ts';

/** Sizes in points, which the drawing takes for pixels. */
const box = { width: 252, line: 16, padding: 9, letters: 35, lines: 3 };
const end = { width: 104, height: 28 };
const passed = { width: 220, height: 28 };
const margin = 8;

const endWords = { approved: '✓ Approved', modified: '△ Modified', denied: '✕ Denied' } as const;

/** One box of the drawing: the end of a way, a stage that is passed, or a question. */
interface Box {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly draw: (middle: Point) => ElementContent;
}

/** The address, in the page, of what is told of a clause. */
export function clauseAddress(clause: string): string {
  return `#clause-${encodeURIComponent(visible(clause))}`;
}

/**
 * A diagram as a drawing and, for who does not see it, as a list. Its places come from sizes alone and its colours from the
 * page, so that it is the same text on every machine and fits light, dark and forced colours.
 * @param id for the elements of this drawing, in its page
 */
export async function diagramFigure(
  diagram: DecisionDiagram,
  clauses: ClauseNames,
  id: string,
): Promise<Element> {
  const title = diagramTitle(diagram, clauses);
  return h('figure', { className: ['diagram'] }, [
    h(
      'div',
      { className: ['diagram-drawing'], tabIndex: 0, role: 'region', ariaLabel: `${title}: drawing` },
      await drawing(diagram, clauses, id, title),
    ),
    h('figcaption', [
      h('details', [
        h('summary', 'The same as a list'),
        h(
          'ol',
          { className: ['diagram-list'] },
          diagramSentences(diagram).map(({ question, leads }) => {
            const { head, text } = questionWords(question, clauses);
            const words = `${head} — ${text}${/[.:?!]$/.test(text) ? '' : '.'}`;
            return h('li', [
              question.clause === undefined ? words : h('a', { href: clauseAddress(question.clause) }, words),
              ` ${leads}`,
            ]);
          }),
        ),
      ]),
    ]),
  ]);
}

async function drawing(
  diagram: DecisionDiagram,
  clauses: ClauseNames,
  id: string,
  title: string,
): Promise<Element> {
  const { boxes, lines } = partsOf(diagram, clauses);
  const layout = await layOut({ boxes, lines });
  const [width, height] = [layout.width + 2 * margin, layout.height + 2 * margin];
  const inside = ({ x, y }: Point): Point => ({ x: rounded(x + margin), y: rounded(y + margin) });
  return s(
    'svg',
    {
      viewBox: `0 0 ${rounded(width)} ${rounded(height)}`,
      width: rounded(width),
      height: rounded(height),
      // Not `img`: its questions are links, which a picture would hide from those who don't point.
      role: 'group',
      ariaLabelledBy: `${id}-title`,
      ariaDescribedBy: `${id}-about`,
    },
    [
      s('title', { id: `${id}-title` }, title),
      s(
        'desc',
        { id: `${id}-about` },
        'From top to bottom. The list behind the drawing says the same in words.',
      ),
      ...lines.flatMap(({ answer }, index) => {
        const { points, words } = layout.lines[index] ?? { points: [] };
        return lineElements(points.map(inside), answer, words === undefined ? undefined : inside(words));
      }),
      ...boxes.flatMap(({ name, draw }) => {
        const middle = layout.boxes.get(name);
        return middle === undefined ? [] : [draw(inside(middle))];
      }),
    ],
  );
}

interface AnswerLine {
  readonly from: string;
  readonly to: string;
  readonly letters: number;
  readonly weight: number;
  readonly answer: 'met' | 'not-met' | 'passed';
}

const answerWords = { met: 'met', 'not-met': 'not met', passed: '' } as const;

function partsOf(
  { steps, start }: DecisionDiagram,
  clauses: ClauseNames,
): { readonly boxes: readonly Box[]; readonly lines: readonly AnswerLine[] } & Graph {
  const boxes: Box[] = steps.map((step, place) => {
    const name = `step${place}`;
    if (step.kind === 'passed') return passedBox(name, passedWords[step.stage]);
    const { head, text } = questionWords(step, clauses);
    return questionBox(name, step.clause, head, text);
  });
  const lines: AnswerLine[] = [];
  /** Each way to a denial has an end of its own, so that lines to it do not cross the drawing; the others share theirs. */
  const nameOf = (target: Target, from: string): string => {
    if (typeof target === 'number') return `step${target}`;
    const name = target === 'denied' ? `denied${from}` : target;
    if (!boxes.some((each) => each.name === name)) boxes.push(endBox(name, target));
    return name;
  };
  const line = (from: string, target: Target, answer: AnswerLine['answer']) =>
    lines.push({
      from,
      to: nameOf(target, from),
      letters: answerWords[answer].length,
      weight: typeof target === 'number' ? 4 : 1,
      answer,
    });
  if (steps.length === 0) nameOf(start, 'start');
  steps.forEach((step, place) => {
    if (step.kind === 'passed') line(`step${place}`, step.next, 'passed');
    else {
      line(`step${place}`, step.met, 'met');
      line(`step${place}`, step.notMet, 'not-met');
    }
  });
  return { boxes, lines };
}

function questionBox(name: string, clause: string | undefined, head: string, text: string): Box {
  const lines = inLines(text, box.letters, box.lines);
  const height = 2 * box.padding + box.line * (lines.length + 1);
  return {
    name,
    width: box.width,
    height,
    draw: ({ x, y }) => {
      const [left, top] = [x - box.width / 2, y - height / 2];
      const row = (index: number) => rounded(top + box.padding + box.line * (index + 0.75));
      // The blanks at the ends keep the words apart where they are read as one name.
      const content = [
        s('rect', { x: rounded(left), y: rounded(top), width: box.width, height, rx: 5 }),
        s('text', { x: rounded(left + box.padding + 2), y: row(0), className: ['head'] }, `${head} `),
        ...lines.map((words, index) =>
          s('text', { x: rounded(left + box.padding + 2), y: row(index + 1) }, `${words} `),
        ),
      ];
      return clause === undefined
        ? s('g', { className: ['question'] }, content)
        : s('a', { className: ['question'], href: clauseAddress(clause) }, content);
    },
  };
}

function passedBox(name: string, words: string): Box {
  return { name, ...passed, draw: (middle) => pill('passed', words, middle, passed) };
}

function endBox(name: string, outcome: keyof typeof endWords): Box {
  return { name, ...end, draw: (middle) => pill(outcome, endWords[outcome], middle, end) };
}

function pill(
  kind: string,
  words: string,
  { x, y }: Point,
  { width, height }: { readonly width: number; readonly height: number },
): Element {
  return s('g', { className: ['end', kind] }, [
    s('rect', {
      x: rounded(x - width / 2),
      y: rounded(y - height / 2),
      width,
      height,
      rx: height / 2,
    }),
    s('text', { x, y: rounded(y + 4.5), textAnchor: 'middle' }, words),
  ]);
}

function lineElements(
  points: readonly Point[],
  answer: AnswerLine['answer'],
  words: Point | undefined,
): readonly Element[] {
  const [first, ...rest] = points;
  const tip = points.at(-1);
  if (first === undefined || tip === undefined) return [];
  const text = answerWords[answer];
  return [
    s('path', {
      className: ['line', answer],
      d: `M${place(first)}C${rest.map(place).join(' ')}`,
    }),
    s('path', { className: ['tip', answer], d: arrow(points.at(-2) ?? first, tip) }),
    ...(words === undefined
      ? []
      : [
          s(
            'text',
            { className: ['answer', answer], x: words.x, y: rounded(words.y + 4), textAnchor: 'middle' },
            text,
          ),
        ]),
  ];
}

/** A triangle that ends at a point, coming from another. */
function arrow(from: Point, tip: Point): string {
  const length = Math.hypot(tip.x - from.x, tip.y - from.y) || 1;
  const [along, across] = [(tip.x - from.x) / length, (tip.y - from.y) / length];
  const [back, wide] = [8, 3.5];
  const side = (sign: 1 | -1): Point => ({
    x: rounded(tip.x - along * back + sign * -across * wide),
    y: rounded(tip.y - across * back + sign * along * wide),
  });
  return `M${place(tip)}L${place(side(1))}L${place(side(-1))}Z`;
}

function place({ x, y }: Point): string {
  return `${x},${y}`;
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
