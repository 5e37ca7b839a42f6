import type { Expression } from './expression.ts';

/** A policy as machines see it: its clauses, how they decide, and the tables that read a case. */
export interface Kernel {
  readonly number: string;
  readonly title: string;
  /** `YYYY-MM-DD`: the first date of service that this version applies to. */
  readonly effective: string;
  /** `YYYY-MM-DD`: after it a determination carries a warning; the policy stays in force (reading B-30). */
  readonly nextReview?: string;
  /** The scope key: ids of `Tables.products`; the policy speaks of a request for one of them. */
  readonly products: readonly string[];
  /** What else must hold for the policy to apply, as a line of business; where it is not met, the outcome is not applicable. */
  readonly scope?: Expression;
  /** Every clause; one that another refers to comes before it. */
  readonly clauses: readonly Clause[];
  /** The ids of the clauses in the order in which they print, each before its parts. */
  readonly printed: readonly string[];
  /** The criteria for a first request. */
  readonly criteria: Expression;
  /** What a reauthorization asks for; absent where the policy has no such section. */
  readonly reauthorization?: Expression;
  /** Whether a reauthorization asks for the criteria once more beside its own (reading B-21). */
  readonly repeatsCriteria: boolean;
  /** What vetoes an approval. */
  readonly exclusions: Expression;
  /** Whether the dose asked for is a recommended one; absent where the policy recommends none. */
  readonly dosing?: Expression;
  readonly regimens: readonly RegimenOption[];
  /** Maxima, in months, for a first approval and for a renewal. */
  readonly durations: { readonly initial?: number; readonly reauthorization?: number };
  readonly tables: Tables;
}

/** A printed criterion. */
export interface Clause {
  /** The path of keys in the source, as `course.aggressive.mri`: permanent. */
  readonly id: string;
  /** As printed: `C.iii.c`, `Dosing.A`; an exclusion's is its id. */
  readonly number: string;
  /** The printed wording, without emphasis. */
  readonly text: string;
  readonly section: Section;
  readonly expression: Expression;
}

export type Section = 'medicalNecessity' | 'dosing' | 'reauthorization' | 'exclusions';

/** A recommended regimen, and the clause that recommends it. */
export interface RegimenOption {
  readonly clause: string;
  readonly mgPerDay: number;
  readonly days: number;
  /** Billing units of one course, from the HCPCS code's milligrams per unit. */
  readonly units?: number;
  readonly code?: string;
  /** Whether it applies when an earlier course was given, or when none was. */
  readonly course: 'first' | 'additional';
}

/** What the vocabulary says about the names that a case may hold. */
export interface Tables {
  readonly products: readonly ProductRow[];
  readonly ingredients: readonly IngredientRow[];
  readonly axes: readonly Axis[];
  readonly findings: readonly NamedRow[];
  readonly judgements: readonly NamedRow[];
  readonly specialties: readonly NamedRow[];
  readonly indications: readonly NamedRow[];
  readonly events: readonly EventRow[];
  readonly milestones: readonly NamedRow[];
  readonly attributes: readonly AttributeRow[];
  readonly commitments: readonly NamedRow[];
}

/** A kind of event; a measurement has units. */
export interface EventRow extends NamedRow {
  /** UCUM units that a value may have; `factor` of them make one of the first unit's value: value in first = value x factor. */
  readonly units: readonly { readonly unit: string; readonly factor: number }[];
  /** Circumstances that an entry may tell of, as `fasting`. */
  readonly conditions: readonly NamedRow[];
}

export interface AttributeRow extends NamedRow {
  readonly values: readonly NamedRow[];
}

export interface NamedRow {
  readonly id: string;
  readonly name: string;
}

export interface ProductRow extends NamedRow {
  readonly ingredient: string;
}

export interface IngredientRow extends NamedRow {
  /** Ingredients of which a reviewer must say whether they are distinct from this one (reading B-8, C-40). */
  readonly similar: readonly string[];
  /** The drug class, where criteria count classes. */
  readonly class?: string;
}

/** States of a disease of which a patient is in one at a time. */
export interface Axis extends NamedRow {
  readonly states: readonly AxisState[];
  /** Which states a diagnosis code leaves open, and when the code exists. */
  readonly codes: readonly CodeRow[];
}

export interface AxisState extends NamedRow {
  /** The case's `condition`. */
  readonly condition: string;
  /** The case's `activity`, where this state implies one. */
  readonly activity?: 'active' | 'nonactive';
  /** On the same date it wins over one that does not prevail (reading B-3, C-45). */
  readonly prevails: boolean;
  /** Findings that may settle the activity of this disease (reading C-42). */
  readonly settledBy: readonly string[];
}

export interface CodeRow {
  readonly code: string;
  /** First date of service on which the code exists. */
  readonly from?: string;
  /** First date of service on which it no longer does. */
  readonly until?: string;
  readonly states: readonly string[];
}
