/**
 * The case: one record of a request, the same for every policy. It holds what is on file, in the field's
 * terms; what follows from it (which diagnosis governs, which agents are distinct, what is current on the
 * date of service) is derived by the policy's meaning. A key that is left out is unknown.
 *
 * Dates are calendar dates, `YYYY-MM-DD`, without a time zone.
 */
export interface CaseRecord {
  readonly request: Request;
  readonly patient?: { readonly birthDate?: string };
  readonly prescriber?: {
    readonly specialties?: Readonly<Record<string, boolean>>;
    readonly consultations?: Readonly<Record<string, boolean>>;
  };
  readonly diagnoses?: readonly DiagnosisEntry[];
  readonly drugs?: readonly DrugEntry[];
  /** The list of drugs is the whole history: what it does not list was not taken and is not contraindicated. */
  readonly drugsComplete?: boolean;
  readonly findings?: Readonly<Record<string, FindingEntry>>;
  readonly judgements?: Readonly<Record<string, JudgementEntry>>;
  /** Dated, graded events of every kind that the vocabulary knows: measurements, visits, relapses, authorizations. */
  readonly events?: readonly EventEntry[];
  /** Ids of the kinds of event whose entries are the whole history: what is not listed of them did not happen. */
  readonly complete?: readonly string[];
  /** Days that windows and ages are counted from, by the id of the milestone: `order`, `first-dose`. */
  readonly dates?: Readonly<Record<string, string>>;
  /** What is one of several, by the id of the attribute: `{ "surgical-approach": "laparoscopic" }`. */
  readonly attributes?: Readonly<Record<string, string>>;
  /** What is undertaken for the treatment asked for: whether it will be so. */
  readonly commitments?: Readonly<Record<string, boolean>>;
}

/** What is asked for. `product` and `indication` are ids or names of the vocabulary. */
export interface Request {
  readonly kind?: 'initial' | 'reauthorization';
  readonly product?: string;
  readonly indication?: string;
  /** Required: a case without it is refused as incomplete. */
  readonly dateOfService: string;
  readonly regimen?: { readonly mgPerDay?: number; readonly days?: number };
  /** How much is asked for, in a UCUM unit. */
  readonly quantity?: { readonly value?: number; readonly unit?: string };
  /** What the member's plan document says of this request; left out: silent, noted as an assumption. */
  readonly planDocument?: 'silent' | 'covers' | 'excludes';
  /** Whether a federal or state mandate controls; left out: none, noted as an assumption. */
  readonly mandate?: 'none' | 'requires';
}

/**
 * How well a statement is supported: `documented` by a record, `reported` without one, or `absent`: known
 * not to be so. Left out: unknown.
 */
export type Evidence = 'documented' | 'reported' | 'absent';

/** What shows a fact: the medical record, a paid claim, a laboratory's report, the prescriber's statement, an attestation. */
export type EvidenceSource = 'record' | 'claim' | 'laboratory' | 'prescriber' | 'attestation';

/** One diagnosis on file. A code alone stands for condition and activity. */
export interface DiagnosisEntry {
  readonly condition?: string;
  readonly activity?: 'active' | 'nonactive' | 'unspecified';
  readonly icd10?: string;
  readonly evidence?: Evidence;
  readonly on?: string;
}

/** One course of one drug, or a contraindication to it. `agent` is a brand or an ingredient. */
export interface DrugEntry {
  readonly agent: string;
  readonly outcome?: 'failure' | 'intolerance' | 'contraindication' | 'none' | 'unknown';
  readonly evidence?: Evidence;
  readonly source?: 'supplied' | 'sample';
  readonly from?: string;
  readonly to?: string;
  readonly current?: boolean;
  readonly shownBy?: EvidenceSource;
  /** The highest dose reached and held, in a UCUM unit of dose by time, as 25 mg/wk. */
  readonly doseReached?: { readonly value?: number; readonly unit?: string };
  /** What it is taken for: an id or name of an indication. */
  readonly indication?: string;
}

/**
 * One event: something that happened or was measured on a day. A measurement has a value and its UCUM unit; a titre's
 * value is its denominator. A condition (`fasting`, `in-person`) that is left out is unknown.
 */
export interface EventEntry {
  readonly event: string;
  readonly on?: string;
  readonly value?: number;
  readonly unit?: string;
  /** The laboratory's limits for this result, in its unit. */
  readonly reference?: { readonly lower?: number; readonly upper?: number };
  readonly conditions?: Readonly<Record<string, boolean>>;
  readonly evidence?: Evidence;
  readonly shownBy?: EvidenceSource;
}

/** One finding; the grade alone is short for `{ evidence }`. */
export type FindingEntry = Evidence | { readonly evidence?: Evidence; readonly on?: string };

/** A reviewer's judgement and the papers that it rests on. */
export interface JudgementEntry {
  readonly papers?: Evidence;
  readonly verdict?: 'met' | 'not-met';
}
