import type { Expression } from './kernel/expression.ts';
import type { NamedRow } from './kernel/kernel.ts';
import { capitalised, phrase, type Phrase } from './text.ts';

/**
 * Anything that a group may hold: a criterion, or a term (a drug, a diagnosis) that a criterion is about.
 * Builders return plain data; the optional keys of the second half exist in the types alone and carry what the
 * types must know of a subtree, so that no level computes it again.
 */
export interface Member {
  /** The builder's name. */
  readonly kind: string;
  readonly means: Means;
  readonly wording: Wording;
  /** A group: how its members decide, and how its list is numbered. */
  readonly join?: Join;
  readonly numbering?: Numbering;
  readonly members?: Readonly<Record<string, Member>>;
  /** A criterion without members of its own: its meaning. */
  readonly expression?: Expression;
  /** A term about drugs, about diagnoses, or about events: which. */
  readonly agents?: AgentSelection;
  readonly states?: StateSelection;
  readonly events?: readonly EventSelection[];
  /** How the criterion is read where its wording leaves that open; printed beside the criteria, without effect on them. */
  readonly reading?: string;

  /** In the types alone: the keys of the case that the subtree reads. */
  readonly facts?: FactKey | undefined;
  /** In the types alone: whether the subtree can be asked for in documented form. */
  readonly documentable?: boolean | undefined;
  /** In the types alone: the members that print as clauses. */
  readonly clauses?: object | undefined;
  // A criterion that refers to clauses has `refers` beside these: their ids, which groups hand on (see `RefersOf`).
}

/** A member that is met, not met or unknown. */
export interface Criterion extends Member {
  readonly means: 'criterion';
}

/** Which drugs a term stands for. */
export interface AgentSelection {
  /** Ids of ingredients: what tells agents apart. */
  readonly ingredients: readonly string[];
  /** Ids of the products named; none where the ingredient alone is. */
  readonly products: readonly string[];
  /** The list is not exhaustive: a drug that the vocabulary lacks may belong to it. */
  readonly open: boolean;
}

/** Which states of a disease a term stands for. */
export interface StateSelection {
  /** Id of the disease course that the states belong to. */
  readonly course: string;
  readonly states: readonly string[];
}

/** A kind of event that a term stands for, and the circumstances that its entries may tell of. */
export interface EventSelection {
  readonly id: string;
  readonly name: string;
  readonly conditions: readonly NamedRow[];
}

/** What a member is. */
export type Means = 'criterion' | 'diagnosis' | 'agent' | 'event';

/** How a member prints: by itself, and where a record of it is asked for. */
export interface Wording {
  readonly plain: Phrase;
  readonly documented: Phrase;
}

/** How the members of a group decide. */
export interface Join {
  readonly kind: 'all' | 'any' | 'atLeast';
  /** For `atLeast`. */
  readonly count?: number;
  readonly negated?: boolean;
  /** What decides together with the members and is told by the opening words alone, as the condition of `ifThen`. */
  readonly besides?: readonly Expression[];
}

/** The marks of a list: `A.`, `a.`, `i.`, `1.` count on; a bullet counts nothing, and its items are known by their ids. */
export type Numbering = 'A.' | 'a.' | 'i.' | '1.' | '•';

/** What a group's second argument may say. */
export interface ListOptions {
  /** How the list is marked; by its depth, where it is left out. */
  readonly numbering?: Numbering;
}

export type Members = Readonly<Record<string, Member>>;
export type Criteria = Readonly<Record<string, Criterion>>;

/** A place in the case that a criterion reads. */
export type FactKey =
  | 'patient.birthDate'
  | 'diagnoses'
  | 'drugs'
  | `specialties.${string}`
  | `findings.${string}`
  | `judgements.${string}`
  | `events.${string}`
  | `dates.${string}`
  | `attributes.${string}`
  | `commitments.${string}`;

/** The facts of a group: those of its members. */
export type FactsIn<M extends Members> = M[keyof M]['facts'];

/** A group can be documented when each of its members can. */
export type DocumentableIn<M extends Members> = false extends M[keyof M]['documentable'] ? false : true;

/** What the members of a group are. */
export type MeansIn<M extends Members> = M[keyof M]['means'];

/** Wording that is the same with and without documentation. */
export function always(wording: Phrase): Wording {
  return { plain: wording, documented: wording };
}

/** Wording from words that could stand within a sentence, for what a record can show. */
export function recorded(words: Phrase): Wording {
  return { plain: capitalised(words), documented: phrase('Documentation of ', words) };
}

/** The optional list style, as a group stores it. */
export function listOf(options: ListOptions | undefined): { readonly numbering?: Numbering } {
  return options?.numbering === undefined ? {} : { numbering: options.numbering };
}
