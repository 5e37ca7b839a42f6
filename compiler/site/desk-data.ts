import type { CaseRecord } from '../../dsl/kernel/case.ts';
import type { Section } from '../../dsl/kernel/kernel.ts';

/** The element that holds the data of the reviewer's desk, as JSON. */
export const deskDataId = 'desk-data';

/** The global names under which the desk finds the generated evaluator and the compiled schema. */
export const deskGlobals = { evaluator: 'triplicateEvaluator', validator: 'triplicateValidator' } as const;

/** What the reviewer's desk of a policy is made of, beside its evaluator. */
export interface DeskData {
  readonly policy: {
    /** Its folder, as `ip0213-alemtuzumab`. */
    readonly name: string;
    readonly number: string;
    readonly title: string;
    readonly effective: string;
    readonly digest: string;
  };
  /** The policy's `facts.schema.json`. */
  readonly schema: unknown;
  /** The clauses as they print, each before those below it. */
  readonly clauses: readonly DeskClause[];
  /** The facts that decide whether the policy speaks of the request, as `attributes.line-of-business`. */
  readonly scope: readonly string[];
  readonly names: DeskNames;
  readonly cases: readonly DeskCase[];
  /** How many cases the policy has besides, which would have made the page too large. */
  readonly casesLeftOut: number;
}

/** A clause as it prints. */
export interface DeskClause {
  readonly id: string;
  readonly number: string;
  readonly text: string;
  readonly section: Section;
  /** The id of the clause above it. */
  readonly parent?: string;
  /** Whether the clauses below it begin a numbering of their own. */
  readonly isHeading: boolean;
}

/** The vocabulary's names of what the schema knows by id; ids as keys. */
export interface DeskNames {
  readonly products: Names;
  /** The ids of the products that the policy is about. */
  readonly covered: readonly string[];
  readonly indications: Names;
  readonly conditions: Names;
  readonly findings: Names;
  readonly judgements: Names;
  readonly specialties: Names;
  readonly events: Names;
  /** The circumstances of events. */
  readonly circumstances: Names;
  readonly milestones: Names;
  readonly attributes: Names;
  /** The values of an attribute, by its id. */
  readonly values: Readonly<Record<string, Names>>;
  readonly commitments: Names;
}

export type Names = Readonly<Record<string, string>>;

/** A case that is shipped with the policy. */
export interface DeskCase {
  readonly name: string;
  readonly about: string;
  readonly record: CaseRecord;
}
