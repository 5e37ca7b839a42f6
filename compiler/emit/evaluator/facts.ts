import type { Leaf } from '../../../dsl/kernel/expression.ts';
import { milestoneOf } from './codes.ts';
import { attributesRead, ofKind, readsDrugs, readsEvents, type Plan } from './plan.ts';
import { source, verbatim, type Code } from './quote.ts';

const entries = [
  verbatim(`type Evidence = 'documented' | 'reported' | 'absent';`),
  verbatim(`type FindingEntry = Evidence | { readonly evidence?: Evidence; readonly on?: string };`),
  verbatim(`type JudgementEntry = { readonly papers?: Evidence; readonly verdict?: 'met' | 'not-met' };`),
  verbatim(`type DiagnosisEntry = NonNullable<Facts['diagnoses']>[number];`),
  verbatim(`type DrugEntry = NonNullable<Facts['drugs']>[number];`),
  verbatim(`type EventEntry = NonNullable<Facts['events']>[number];`),
];

/** Prints `Facts`: the part of a case that the policy reads, and the types of entries that functions name. */
export function factsSource(plan: Plan): Code {
  return source`
/** The part of a case that this policy reads. A key that is left out is unknown; dates are \`YYYY-MM-DD\`. */
export interface Facts {
  ${sections(plan)}
}

${entries}`;
}

function sections(plan: Plan): readonly Code[] {
  const has = (kind: Leaf['kind']) => plan.leaves.some(({ leaf }) => leaf.kind === kind);
  const findings = ofKind(plan, 'finding').map(({ leaf }) => leaf.finding);
  const judgements = ofKind(plan, 'judgement').map(({ leaf }) => leaf.judgement);
  return [
    request,
    ...(has('threshold') ? [verbatim(`readonly patient?: { readonly birthDate?: string };`)] : []),
    ...prescriber(plan),
    ...(has('classified') ? [diagnoses] : []),
    ...(readsDrugs(plan) ? [drugs] : []),
    ...record('findings', findings, source`FindingEntry`),
    ...record('judgements', judgements, source`JudgementEntry`),
    ...(readsEvents(plan) ? [events] : []),
    ...record(
      'dates',
      plan.codes.anchors.flatMap((anchor) => milestoneOf(anchor) ?? []),
      source`string`,
    ),
    ...record('attributes', attributesRead(plan), source`string`),
    ...record('commitments', affirmedIn(plan, 'commitments'), source`boolean`),
  ];
}

function prescriber(plan: Plan): readonly Code[] {
  const registers = [
    ...record('specialties', affirmedIn(plan, 'specialties'), source`boolean`),
    ...record('consultations', affirmedIn(plan, 'consultations'), source`boolean`),
  ];
  if (registers.length === 0) return [];
  return [source`readonly prescriber?: {`, ...registers.map((register) => source`  ${register}`), source`};`];
}

function affirmedIn(plan: Plan, register: string): readonly string[] {
  return ofKind(plan, 'affirmed').flatMap(({ leaf }) => (leaf.register === register ? [leaf.id] : []));
}

/** An optional object with the ids that the policy reads. */
function record(name: string, ids: readonly string[], type: Code): readonly Code[] {
  if (ids.length === 0) return [];
  const lines = [...new Set(ids)].map((id) => source`  readonly ${id}?: ${type};`);
  return [source`readonly ${{ code: name }}?: {`, ...lines, source`};`];
}

const request = verbatim(`
readonly request: {
  readonly kind?: 'initial' | 'reauthorization';
  readonly product?: string;
  readonly indication?: string;
  readonly dateOfService: string;
  readonly regimen?: { readonly mgPerDay?: number; readonly days?: number };
  readonly quantity?: { readonly value?: number; readonly unit?: string };
  readonly planDocument?: 'silent' | 'covers' | 'excludes';
  readonly mandate?: 'none' | 'requires';
};`);

const diagnoses = verbatim(`
readonly diagnoses?: readonly {
  readonly condition?: string;
  readonly activity?: 'active' | 'nonactive' | 'unspecified';
  readonly icd10?: string;
  readonly evidence?: 'documented' | 'reported' | 'absent';
  readonly on?: string;
}[];`);

const drugs = verbatim(`
readonly drugs?: readonly {
  readonly agent: string;
  readonly outcome?: 'failure' | 'intolerance' | 'contraindication' | 'none' | 'unknown';
  readonly evidence?: 'documented' | 'reported' | 'absent';
  readonly source?: 'supplied' | 'sample';
  readonly from?: string;
  readonly to?: string;
  readonly current?: boolean;
  readonly shownBy?: 'record' | 'claim' | 'laboratory' | 'prescriber' | 'attestation';
  readonly doseReached?: { readonly value?: number; readonly unit?: string };
  readonly indication?: string;
}[];
readonly drugsComplete?: boolean;`);

const events = verbatim(`
readonly events?: readonly {
  readonly event: string;
  readonly on?: string;
  readonly value?: number;
  readonly unit?: string;
  readonly reference?: { readonly lower?: number; readonly upper?: number };
  readonly conditions?: Readonly<Record<string, boolean>>;
  readonly evidence?: 'documented' | 'reported' | 'absent';
  readonly shownBy?: 'record' | 'claim' | 'laboratory' | 'prescriber' | 'attestation';
}[];
readonly complete?: readonly string[];`);
