import type { ClauseRow } from '../../emit/matrix/matrix.ts';
import { visible } from '../../visible-text.ts';
import type { DecisionDiagram, DiagramStep, StageName, Target } from '../decision-diagram.ts';

/** What a person reads of the clauses, by their ids. */
export type ClauseNames = ReadonlyMap<string, Pick<ClauseRow, 'head' | 'text' | 'number'>>;

export type Question = Extract<DiagramStep, { readonly kind: 'question' }>;

const wholeStages: Readonly<Record<StageName, string>> = {
  criteria: 'The criteria are met',
  reauthorization: 'The criteria for reauthorization are met',
  exclusions: 'None of the conditions not covered applies',
  dosing: 'The dose asked for is one of those recommended',
};

/** What a stage holds. */
export const stageNames: Readonly<Record<StageName, string>> = {
  criteria: 'the criteria',
  reauthorization: 'the criteria for reauthorization',
  exclusions: 'the conditions not covered',
  dosing: 'the recommended doses',
};

/** What it means that a stage is passed. */
export const passedWords: Readonly<Record<StageName, string>> = {
  criteria: 'Criteria met',
  reauthorization: 'Reauthorization criteria met',
  exclusions: 'No exclusion applies',
  dosing: 'Dose as recommended',
};

/** How a question is headed, and its wording. */
export function questionWords(
  { clause, part, stage }: Question,
  clauses: ClauseNames,
): { readonly head: string; readonly text: string } {
  if (clause === undefined) return { head: 'All', text: wholeStages[stage] };
  const { head = clause, text = '' } = clauses.get(clause) ?? {};
  return part === undefined
    ? { head: visible(head), text: visible(text) }
    : {
        head: visible(head),
        text: `${part === 1 ? 'Condition' : `Condition ${part}`} of: ${visible(text)}`,
      };
}

/** What a diagram is of. */
export function diagramTitle({ request, indication }: DecisionDiagram, clauses: ClauseNames): string {
  const whose = {
    any: 'a request',
    initial: 'a first request',
    reauthorization: 'a reauthorization',
  }[request];
  const number = indication === undefined ? undefined : clauses.get(indication)?.number;
  return `How ${whose}${number === undefined ? '' : ` for ${visible(number)}`} is decided`;
}

/** The questions of a diagram in their order, counted from 1, each with where both answers lead. */
export function diagramSentences({
  steps,
}: DecisionDiagram): readonly { readonly question: Question; readonly leads: string }[] {
  const numbers = new Map<number, number>();
  steps.forEach((step, place) => {
    if (step.kind === 'question') numbers.set(place, numbers.size + 1);
  });
  const leadsTo = (target: Target): string => {
    if (target === 'modified') return 'modified, to a recommended dose';
    if (typeof target === 'string') return target;
    const step = steps[target];
    if (step?.kind === 'passed') {
      const [first = '', ...rest] = passedWords[step.stage];
      return `${first.toLowerCase()}${rest.join('')}; ${leadsTo(step.next)}`;
    }
    return `go on to ${numbers.get(target) ?? ''}`;
  };
  return steps.flatMap((step) =>
    step.kind === 'question'
      ? [{ question: step, leads: `Met: ${leadsTo(step.met)}. Not met: ${leadsTo(step.notMet)}.` }]
      : [],
  );
}

/** A text in lines of so many letters; what more there is than lines for it is cut, with an ellipsis. */
export function inLines(text: string, letters: number, most: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  const words = text.split(' ').flatMap((word) => cutWord(word, letters));
  for (const word of words) {
    if (line === '' || line.length + 1 + word.length <= letters) {
      line = line === '' ? word : `${line} ${word}`;
      continue;
    }
    lines.push(line);
    line = word;
  }
  if (line !== '') lines.push(line);
  if (lines.length <= most) return lines;
  const last = lines[most - 1] ?? '';
  return [...lines.slice(0, most - 1), `${[...last].slice(0, letters - 1).join('')}…`];
}

function cutWord(word: string, letters: number): readonly string[] {
  const signs = [...word];
  if (signs.length <= letters) return [word];
  return Array.from({ length: Math.ceil(signs.length / letters) }, (_, index) =>
    signs.slice(index * letters, (index + 1) * letters).join(''),
  );
}
