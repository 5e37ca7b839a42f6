import { approvalLines } from '../../compiler/report/approval-lines.ts';
import { disclaimer, layerWords } from '../../compiler/report/words.ts';
import { visible } from '../../compiler/visible-text.ts';
import type { Determination, MissingFact, Reason } from '../../dsl/kernel/determination.ts';
import type { Desk } from './desk.ts';
import { valueAt, type Tree } from './tree.ts';

/** What a letter has that no case has: written in by the reviewer, and kept nowhere. */
export interface LetterFields {
  readonly member: string;
  readonly reference: string;
  readonly recipient: string;
  readonly appeal: string;
  readonly reviewer: string;
}

export const emptyLetter: LetterFields = {
  member: '',
  reference: '',
  recipient: '',
  appeal: '',
  reviewer: '',
};

/** One part of a letter: a paragraph, or a heading with a list. */
export interface LetterPart {
  readonly heading?: string;
  readonly paragraph?: string;
  readonly items?: readonly string[];
}

/** Stands at the head of every letter. */
export const draftMark = 'DRAFT for a reviewer to sign. Not sent.';

const blank = '______________________';

/** The letter that a determination asks for; none where the policy does not apply. */
export function letterOf(
  desk: Desk,
  tree: Tree,
  determination: Determination,
  fields: LetterFields,
): { readonly title: string; readonly parts: readonly LetterPart[] } | undefined {
  const { outcome } = determination;
  if (outcome === 'notApplicable') return undefined;
  const { number, title, effective } = desk.policy;
  const filled = (text: string) => (text.trim() === '' ? blank : visible(text.trim()));
  return {
    title: titles[outcome],
    parts: [
      { paragraph: `To: ${filled(fields.recipient)}` },
      { paragraph: `Member: ${filled(fields.member)}` },
      { paragraph: `Reference: ${filled(fields.reference)}` },
      { paragraph: requestLine(desk, tree) },
      { paragraph: `Policy: ${visible(number)} ${visible(title)}, effective ${effective}` },
      ...bodyOf(desk, determination, fields),
      { paragraph: disclaimer },
      { paragraph: `Reviewer: ${filled(fields.reviewer)}` },
      { paragraph: `Signature: ${blank}    Date: ____________` },
    ],
  };
}

/** What is asked for, and for which day. */
export function requestLine(desk: Desk, tree: Tree): string {
  const day = valueAt(tree, ['request', 'dateOfService']);
  const asked = productName(desk, valueAt(tree, ['request', 'product'])) ?? desk.policy.title;
  return `Request: ${visible(asked)}${typeof day === 'string' ? `, date of service ${visible(day)}` : ''}`;
}

/** A letter as plain text, for the clipboard. */
export function letterText({
  title,
  parts,
}: {
  readonly title: string;
  readonly parts: readonly LetterPart[];
}): string {
  const texts = parts.map(({ heading, paragraph, items = [] }) =>
    [heading, paragraph, ...items.map((item) => `  - ${item}`)]
      .filter((line) => line !== undefined)
      .join('\n'),
  );
  return `${[draftMark, title, ...texts].join('\n\n')}\n`;
}

const titles = {
  approved: 'Approval',
  modified: 'Approval as modified',
  denied: 'Denial',
  pended: 'Request for further information',
} as const;

function bodyOf(desk: Desk, determination: Determination, { appeal }: LetterFields): readonly LetterPart[] {
  const { outcome, layer, reasons, missing, approval, clauses } = determination;
  const grounds = reasons.map((reason) => groundLine(desk, reason));
  switch (outcome) {
    case 'approved':
    case 'modified':
      return [
        {
          paragraph:
            outcome === 'approved'
              ? `The request is approved ${layerWords[layer]}.`
              : `The request is approved ${layerWords[layer]} as modified: what is approved differs from what was asked for.`,
        },
        ...(approval === undefined
          ? []
          : [{ heading: 'What is approved', items: approvalLines(approval, clauses).map(visible) }]),
        { heading: 'Grounds', items: grounds },
        ...(outcome === 'modified' ? [appealPart(appeal)] : []),
      ];
    case 'denied':
      return [
        { paragraph: `The request is denied ${layerWords[layer]}.` },
        { heading: 'Clauses on which the denial rests', items: [...grounds, ...wordings(determination)] },
        appealPart(appeal),
      ];
    default:
      return [
        {
          paragraph:
            'The request cannot be decided yet. What follows is all that can still change the outcome.',
        },
        {
          heading: 'Please send',
          items: unique(missing.filter(({ needsReview }) => !needsReview).map(missingLine)),
        },
        {
          heading: 'For the plan’s reviewer to judge',
          items: unique(missing.filter(({ needsReview }) => needsReview).map(missingLine)),
        },
      ].filter(({ items }) => items === undefined || items.length > 0);
  }
}

function appealPart(appeal: string): LetterPart {
  return { heading: 'How to appeal', paragraph: appeal.trim() === '' ? blank : visible(appeal.trim()) };
}

/** A reason with the number of its clause; exclusions have none, and are called what they are. */
function groundLine({ clauses }: Desk, { clause, number, text }: Reason): string {
  if (number !== undefined && number !== '' && number !== clause) return visible(`${number}: ${text}`);
  const isExclusion = clauses.some(({ id, section }) => id === clause && section === 'exclusions');
  return visible(isExclusion ? `Exclusion: ${text}` : text);
}

/** The wording of the clauses that a denial rests on, where its reason says it otherwise. */
function wordings({ reasons, clauses }: Determination): readonly string[] {
  return reasons.flatMap(({ clause, text }) => {
    const found = clauses.find(({ id }) => id === clause);
    return found === undefined || text.includes(found.text)
      ? []
      : [visible(`${found.number}: ${found.text}`)];
  });
}

function missingLine({ number, clause, settle }: MissingFact): string {
  return visible(number !== '' && number !== clause ? `${settle} (${number})` : settle);
}

function unique(lines: readonly string[]): readonly string[] {
  return [...new Set(lines)];
}

function productName({ names }: Desk, product: unknown): string | undefined {
  if (typeof product !== 'string') return undefined;
  return Object.hasOwn(names.products, product) ? names.products[product] : product;
}
