import { phrase, plainText, type Phrase, type Span } from '../text.ts';
import type { Outline, OutlineClause } from './outline-clause.ts';

type ClauseSpan = Extract<Span, { readonly kind: 'clause' }>;

/** The outline with printed numbers where its texts refer to clauses. Three or more in a row print as `A to C`. */
export function withNumbers(outline: Outline, all: readonly OutlineClause[]): Outline {
  const order = new Map(all.map((clause, index) => [clause.id, { clause, index }]));
  const siblings = new Map(
    all.flatMap(({ children }) => children.map(({ id }, index) => [id, { children, index }] as const)),
  );

  /** Within an indication its own clauses go by the marks that are printed there. */
  const numberOf = (id: string, heading: string): string => {
    const clause = order.get(id)?.clause;
    if (clause === undefined) return id;
    if (!isNumbered(clause)) return `"${plainText(clause.text)}"`;
    return heading !== '' && clause.number.startsWith(`${heading}.`)
      ? clause.number.slice(heading.length + 1)
      : clause.number;
  };
  const follows = (first: ClauseSpan, second: ClauseSpan): boolean => {
    const [one, other] = [siblings.get(first.id), siblings.get(second.id)];
    return (
      one !== undefined &&
      other?.children === one.children &&
      other.index === one.index + 1 &&
      isCounted(second.id)
    );
  };
  const isCounted = (id: string) => {
    const clause = order.get(id)?.clause;
    return clause !== undefined && isNumbered(clause);
  };

  const resolved = (text: Phrase, heading: string): Phrase => {
    const spans: Span[] = [];
    for (let at = 0; at < text.length; at += 1) {
      const span = text[at];
      if (span === undefined) continue;
      if (span.kind !== 'clause') {
        spans.push(span);
        continue;
      }
      const last = isCounted(span.id) ? lastInRow(text, at, follows) : at;
      const end = text[last];
      const isRow = last - at >= 4 && end?.kind === 'clause';
      spans.push({
        kind: 'text',
        text: isRow
          ? `${numberOf(span.id, heading)} to ${numberOf(end.id, heading)}`
          : numberOf(span.id, heading),
      });
      if (isRow) at = last;
    }
    return phrase(spans);
  };
  const within = (clause: OutlineClause, heading: string): OutlineClause => {
    const inner = clause.isIndication === true ? clause.number : heading;
    return {
      ...clause,
      text: resolved(clause.text, inner),
      children: clause.children.map((child) => within(child, inner)),
    };
  };
  const { medicalNecessity, dosing, reauthorization, exclusions } = outline;
  return {
    medicalNecessity: within(medicalNecessity, ''),
    ...(dosing === undefined ? {} : { dosing: within(dosing, '') }),
    ...(reauthorization === undefined ? {} : { reauthorization: within(reauthorization, '') }),
    exclusions: exclusions.map((clause) => within(clause, '')),
  };
}

/** A bullet and an exclusion have no number: their id stands for one. */
export function isNumbered({ id, number, isIndication }: OutlineClause): boolean {
  return isIndication === true || number !== id;
}

const separators: ReadonlySet<string> = new Set([', ', ' and ', ', and ']);

/** Where a row of neighbours ends that begins at a span: clauses with nothing but a comma or an "and" between them. */
function lastInRow(
  text: Phrase,
  from: number,
  follows: (first: ClauseSpan, second: ClauseSpan) => boolean,
): number {
  let last = from;
  for (;;) {
    const [here, between, next] = [text[last], text[last + 1], text[last + 2]];
    if (here?.kind !== 'clause' || between?.kind !== 'text' || next?.kind !== 'clause') return last;
    if (!separators.has(between.text) || !follows(here, next)) return last;
    last += 2;
  }
}
