import type { Agents, ReasonKind } from '../kernel/expression.ts';
import type { Member } from '../member.ts';
import { Refused } from '../refusal.ts';
import { phrase, plainText, proseList, type Phrase } from '../text.ts';
import { joinAgents } from '../vocabulary/agent.ts';

/** The single agents of a term: itself, or the members of its list. */
export function agentTerms(term: Member): readonly Member[] {
  return term.members === undefined ? [term] : Object.values(term.members);
}

/**
 * The agents of a term or of a list of terms.
 * @throws Refused where a list holds a list, or `oneOther` stands alone.
 */
export function agentsOf(term: Member): Agents {
  const terms = agentTerms(term);
  if (terms.some(({ kind, agents }) => agents === undefined || kind === 'oneOther')) {
    throw new Refused(
      'nested-list',
      'The drugs hold a list, or oneOther(...).',
      'Make one list of the drugs: oneOf({ first, second }).',
    );
  }
  const { ingredients, open } = joinAgents(terms.flatMap(({ agents }) => agents ?? []));
  return { ingredients, open };
}

/** The agents as prose: one by its name, several as `a, b, or c`. */
export function agentNames(term: Member): Phrase {
  return proseList(
    agentTerms(term).map(({ wording }) => wording.plain),
    'or',
  );
}

/** The agents of a list in the plural, where the list says it. */
export function pluralOf(term: Member): string | undefined {
  return 'plural' in term && typeof term.plural === 'string' ? term.plural : undefined;
}

/** Whether a term is one agent, of which no choice is made. */
export function isSingle(term: Member): boolean {
  return agentTerms(term).length === 1 && agentTerms(term)[0]?.kind !== 'agentList';
}

/** How agents are told and what an open list leaves to a reviewer. */
export function agentsReading(term: Member): string {
  const terms = agentTerms(term);
  const lists = terms.flatMap((each) =>
    each.kind === 'agentList' && 'products' in each && Array.isArray(each.products)
      ? [
          `By "${plainText(each.wording.plain)}" is meant ${plainText(proseList(each.products.map(brandOf), 'or'))}${each.agents?.open === true ? ', or another agent that a reviewer takes for one' : ''}.`,
        ]
      : [],
  );
  return ['A drug is told by its ingredient, whatever its brand; samples do not count.', ...lists].join(' ');
}

function brandOf(product: unknown): Phrase {
  const isNamed = typeof product === 'object' && product !== null && 'brand' in product;
  return phrase(isNamed ? String(product.brand) : '');
}

/** Reasons as prose, with the word that leads to the drug. */
export function reasonWords(reasons: readonly ReasonKind[]): string {
  const names = plainText(
    proseList(
      reasons.map((reason) => phrase(reason)),
      'or',
    ),
  );
  return `${names} ${reasons.length === 1 && reasons[0] === 'failure' ? 'of' : 'to'} `;
}

/**
 * Reasons, each once.
 * @throws Refused where there is none, or one twice.
 */
export function reasonsOnce(reasons: readonly ReasonKind[]): readonly ReasonKind[] {
  if (reasons.length === 0 || new Set(reasons).size < reasons.length) {
    throw new Refused('reasons', 'No reason is named, or one twice.', "Name each reason once: ['failure'].");
  }
  return reasons;
}
