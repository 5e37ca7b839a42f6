import type {
  Change,
  ClauseStatus,
  Determination,
  MissingFact,
  NearestPath,
  NextQuestions,
  Reason,
} from '../../dsl/kernel/determination.ts';
import { approvalLines } from './approval-lines.ts';
import { disclaimer, layerWords, outcomeWords } from './words.ts';
import { columns, harmless, paint, wrapped, type Paint } from './text.ts';

/** A determination for a person: what was decided, why, and what is still to do. */
export function determinationText(determination: Determination, title: string, inColour = false): string {
  const colours = paint(inColour);
  const { clauses, reasons, missing, next, nearest, approval, warnings, assumptions, policy } = determination;
  const bullets = (texts: readonly string[]) => texts.map((text) => wrapped('  - ', text));
  const sections: readonly Section[] = [
    ['Why', reasons.map(reasonLine)],
    ['Approval', approval === undefined ? [] : bullets(approvalLines(approval, clauses))],
    ['What would settle it', missing.map(missingLine)],
    ...(next === undefined ? [] : nextSections(next)),
    ...(nearest === undefined ? [] : [nearestSection(nearest)]),
    ['Clauses', clauseLines(clauses, colours)],
    ['Warnings', bullets(warnings.map(({ text }) => text))],
    ['Assumptions', bullets(assumptions.map(({ text }) => text))],
  ];
  return [
    headline(determination, title, colours),
    ...sections
      .filter(([, lines]) => lines.length > 0)
      .map(([heading, lines]) => [colours.bold(heading), ...lines].join('\n')),
    [
      wrapped('', `Policy ${policy.number}, effective ${policy.effective}, digest ${policy.digest}`),
      wrapped('', disclaimer),
    ].join('\n'),
  ]
    .join('\n\n')
    .concat('\n');
}

type Section = readonly [heading: string, lines: readonly string[]];

/** What to ask first, and the fewest facts that could still approve it. */
function nextSections({ first, shortest, leadsTo }: NextQuestions): readonly Section[] {
  const words = leadsTo === 'modified' ? 'approve it as modified' : 'approve it';
  return [
    ['Ask first', [missingLine(first)]],
    leadsTo === undefined
      ? ['Nothing that is still to come can approve it', [wrapped('  - ', 'Answers can only deny it.')]]
      : [`The fewest facts that could still ${words}`, shortest.map(missingLine)],
  ];
}

/** What would have to be otherwise, what can change told apart from what cannot. */
function nearestSection({ isOpen, changes, missing, leadsTo }: NearestPath): Section {
  const modified = leadsTo === 'modified' ? ' as modified' : '';
  if (leadsTo === undefined) return ['No path to approval', [wrapped('  - ', 'None is known.')]];
  const heading = isOpen
    ? `Nearest path to approval${modified}`
    : `No path to approval is open on what can still change; nearest${modified}`;
  return [heading, [...changes.map(changeLine), ...missing.map(missingLine)]];
}

function changeLine({ clause, number, text, from, kind }: Change): string {
  const place = number === '' || number === clause ? clause : `[${number}]`;
  const day = from === undefined ? '' : `, from ${from} on`;
  return wrapped(
    '  - ',
    `${kind === 'can change' ? 'Can change' : 'Cannot change'}: ${place} ${text}${day}.`,
  );
}

function headline({ outcome, layer, missing }: Determination, title: string, colours: Paint): string {
  const tint = { approved: colours.green, modified: colours.yellow, denied: colours.red }[
    outcome === 'pended' || outcome === 'notApplicable' ? 'modified' : outcome
  ];
  const review = outcome === 'pended' && missing.some(({ needsReview }) => needsReview);
  const words = `${outcomeWords[outcome].toUpperCase()} ${layerWords[layer]}${review ? '; a reviewer is needed' : ''}`;
  return `${colours.bold(tint(words))}\n${wrapped('', title)}`;
}

function reasonLine({ clause, number, text }: Reason): string {
  const isNumbered = number !== undefined && number !== '' && number !== clause;
  return wrapped('  - ', isNumbered ? `[${number}] ${text}` : text);
}

function missingLine({ number, clause, fact, settle, needsReview }: MissingFact): string {
  const place = number === '' || number === clause ? clause : `[${number}]`;
  const review = needsReview ? ' For a reviewer.' : '';
  const asked = /[.?!]$/.test(settle) ? settle : `${settle}.`;
  const where = place === fact ? fact : `${place} ${fact}`;
  return wrapped('  [ ] ', `${where}: ${asked}${review}`);
}

function clauseLines(clauses: readonly ClauseStatus[], colours: Paint): readonly string[] {
  const marks = { met: '✓ met', 'not-met': '✗ not met', unknown: '? unknown' } as const;
  const leads = columns(clauses.map((clause) => [`  ${marks[clause.status]}`, shownNumber(clause), '']));
  const widest = Math.max(0, ...leads.map((lead) => lead.length));
  const tints = { met: colours.green, 'not-met': colours.red, unknown: colours.yellow };
  return clauses.map(({ status, text, needsReview }, index) => {
    const lead = harmless(leads[index] ?? '').padEnd(widest) + '  ';
    const line = wrapped(lead, needsReview ? `${text} [needs review]` : text);
    return line.replace(marks[status], tints[status](marks[status]));
  });
}

/** The number beside a clause: none where it is the id, or where the wording begins with it. */
function shownNumber({ id, number, text }: ClauseStatus): string {
  return number === id || text.startsWith(`${number}. `) ? '' : number;
}
