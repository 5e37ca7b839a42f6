import type {
  DiagnosisEntry,
  DrugEntry,
  EventEntry,
  FindingEntry,
  JudgementEntry,
  Request,
} from './kernel/case.ts';
import type { FactKeysOf } from './policy/policy.ts';

/** The part of a case that a policy reads, as `FactsOf<typeof alemtuzumab>`: every key but the date of service may be unknown. */
export type FactsOf<P> = FactsFrom<FactKeysOf<P>>;

/** The part of a case that holds these facts. */
export type FactsFrom<Keys extends string> = Flat<
  { readonly request: Request } & Part<
    'patient.birthDate',
    Keys,
    { readonly patient?: { readonly birthDate?: string } }
  > &
    Part<'diagnoses', Keys, { readonly diagnoses?: readonly DiagnosisEntry[] }> &
    Part<'drugs', Keys, { readonly drugs?: readonly DrugEntry[]; readonly drugsComplete?: boolean }> &
    Named<'findings', Keys, FindingEntry> &
    Named<'judgements', Keys, JudgementEntry> &
    ([IdsOf<'events', Keys>] extends [never]
      ? unknown
      : { readonly events?: readonly EventEntry[]; readonly complete?: readonly string[] }) &
    Named<'dates', Keys, string> &
    Named<'attributes', Keys, string> &
    Named<'commitments', Keys, boolean> &
    ([IdsOf<'specialties', Keys>] extends [never]
      ? unknown
      : {
          readonly prescriber?: {
            readonly specialties?: Flags<IdsOf<'specialties', Keys>>;
            readonly consultations?: Flags<IdsOf<'specialties', Keys>>;
          };
        })
>;

type Flat<T> = { readonly [Key in keyof T]: T[Key] };
type Flags<Ids extends string> = { readonly [Id in Ids]?: boolean };
type Part<Key extends string, Keys extends string, Shape> = Key extends Keys ? Shape : unknown;
type IdsOf<Register extends string, Keys extends string> = Keys extends `${Register}.${infer Id}`
  ? Id
  : never;
type Named<Register extends string, Keys extends string, Entry> = [IdsOf<Register, Keys>] extends [never]
  ? unknown
  : { readonly [Name in Register]?: { readonly [Id in IdsOf<Register, Keys>]?: Entry } };
