import type { CaseRecord, DiagnosisEntry, DrugEntry, EventEntry } from '../dsl/kernel/case.ts';
import type { MissingFact } from '../dsl/kernel/determination.ts';
import type { Kernel } from '../dsl/kernel/kernel.ts';

/** Numbers from 0 up to 1, the same for the same word. */
export type Draw = (word: string) => number;

/** Whole numbers hashed from words: what a case holds does not depend on the order in which it is asked for. */
export function drawOf(seed: string): Draw {
  return (word) => {
    let state = 2_166_136_261;
    for (const symbol of `${seed} ${word}`)
      state = Math.imul(state ^ (symbol.codePointAt(0) ?? 0), 16_777_619);
    state = Math.imul(state ^ (state >>> 16), 0x45d9f3b);
    state = Math.imul(state ^ (state >>> 16), 0x45d9f3b);
    return ((state ^ (state >>> 16)) >>> 0) / 4_294_967_296;
  };
}

/**
 * What is known once a question is answered, out of a hidden case; what that leaves out is drawn. Undefined where no answer
 * can be given: a reviewer's word on a name, or what was answered before.
 */
export function answered(
  known: CaseRecord,
  { fact, settle }: MissingFact,
  hidden: CaseRecord,
  kernel: Kernel,
  draw: Draw,
): CaseRecord | undefined {
  const pick = <T>(from: readonly T[]): T | undefined => from[Math.floor(draw(fact) * from.length)];
  const flag = (value: boolean | undefined) => value ?? draw(fact) < 0.5;
  const [section = '', ...rest] = fact.split(/[.[\]]+/).filter((part) => part !== '');
  const [id = '', field = ''] = rest;
  const { tables } = kernel;
  switch (section) {
    case 'request':
      return {
        ...known,
        request: { ...known.request, ...requestPart(rest.join('.'), known, hidden, kernel, draw) },
      };
    case 'patient': {
      const birthDate = hidden.patient?.birthDate ?? `${1950 + Math.floor(draw(fact) * 60)}-06-15`;
      return { ...known, patient: { birthDate } };
    }
    case 'prescriber': {
      const register = id === 'specialties' ? 'specialties' : 'consultations';
      const value = flag(hidden.prescriber?.[register]?.[field]);
      return {
        ...known,
        prescriber: { ...known.prescriber, [register]: { ...known.prescriber?.[register], [field]: value } },
      };
    }
    case 'findings': {
      // Asked again: the record of what was only reported, or was dated too late.
      const entry = known.findings?.[id] === undefined ? hidden.findings?.[id] : 'documented';
      const value = entry ?? (draw(fact) < 0.5 ? 'documented' : 'absent');
      return { ...known, findings: { ...known.findings, [id]: value } };
    }
    case 'judgements': {
      const before = known.judgements?.[id];
      const verdict = hidden.judgements?.[id]?.verdict ?? (draw(fact) < 0.5 ? 'met' : 'not-met');
      const entry =
        field === 'verdict' ? { ...before, verdict } : { ...before, papers: 'documented' as const };
      return { ...known, judgements: { ...known.judgements, [id]: entry } };
    }
    case 'commitments':
      return { ...known, commitments: { ...known.commitments, [id]: flag(hidden.commitments?.[id]) } };
    case 'attributes': {
      const values = tables.attributes.find((row) => row.id === id)?.values ?? [];
      const value = hidden.attributes?.[id] ?? pick(values)?.id;
      return value === undefined ? undefined : { ...known, attributes: { ...known.attributes, [id]: value } };
    }
    case 'dates': {
      const day = hidden.dates?.[id] ?? known.request.dateOfService;
      return { ...known, dates: { ...known.dates, [id]: day } };
    }
    case 'drugsComplete':
      return { ...known, drugs: hidden.drugs ?? [], drugsComplete: true };
    case 'complete': {
      const named = tables.events.filter(({ name }) => settle.includes(name)).map((row) => row.id);
      const listed = (hidden.events ?? []).filter(({ event }) => named.includes(event));
      const others = (known.events ?? []).filter(({ event }) => !named.includes(event));
      return {
        ...known,
        events: [...others, ...listed],
        complete: [...new Set([...(known.complete ?? []), ...named])],
      };
    }
    case 'diagnoses': {
      if (rest.length === 0 && known.diagnoses === undefined) {
        const state = pick(tables.axes.flatMap(({ states }) => states));
        const drawn = { condition: state?.condition ?? 'none', evidence: 'documented' as const };
        const activity = state?.activity === undefined ? {} : { activity: state.activity };
        return { ...known, diagnoses: hidden.diagnoses ?? [{ ...drawn, ...activity }] };
      }
      return withEntry(
        known.diagnoses,
        rest,
        (entry: DiagnosisEntry) => diagnosisPart(entry, field, draw(fact)),
        (diagnoses) => ({
          ...known,
          diagnoses,
        }),
      );
    }
    case 'drugs':
      return withEntry(
        known.drugs,
        rest,
        (entry: DrugEntry) => drugPart(entry, field, draw(fact)),
        (drugs) => ({ ...known, drugs }),
      );
    case 'events':
      return withEntry(
        known.events,
        rest,
        (entry: EventEntry) => eventPart(entry, rest, kernel, known, draw(fact)),
        (events) => ({
          ...known,
          events,
        }),
      );
    default:
      return undefined;
  }
}

function withEntry<Entry>(
  entries: readonly Entry[] | undefined,
  [place]: readonly string[],
  change: (entry: Entry) => Entry | undefined,
  keep: (entries: readonly Entry[]) => CaseRecord,
): CaseRecord | undefined {
  const before = place === undefined ? undefined : entries?.[Number(place)];
  const after = before === undefined ? undefined : change(before);
  if (entries === undefined || after === undefined) return undefined;
  return keep(entries.map((each) => (each === before ? after : each)));
}

function requestPart(
  field: string,
  known: CaseRecord,
  hidden: CaseRecord,
  kernel: Kernel,
  draw: Draw,
): Partial<CaseRecord['request']> {
  const { request } = hidden;
  const regimen = kernel.regimens[Math.floor(draw(field) * kernel.regimens.length)];
  switch (field) {
    case 'kind':
      return { kind: request.kind ?? (draw(field) < 0.5 ? 'initial' : 'reauthorization') };
    case 'product':
      return { product: request.product ?? kernel.products[0] ?? 'none' };
    case 'indication':
      return { indication: request.indication ?? kernel.tables.indications[0]?.id ?? 'none' };
    case 'regimen.mgPerDay':
      return {
        regimen: { ...known.request.regimen, mgPerDay: request.regimen?.mgPerDay ?? regimen?.mgPerDay ?? 1 },
      };
    case 'regimen.days':
      return { regimen: { ...known.request.regimen, days: request.regimen?.days ?? regimen?.days ?? 1 } };
    default:
      return { quantity: request.quantity ?? { value: 1, unit: '{kit}' } };
  }
}

function diagnosisPart(entry: DiagnosisEntry, field: string, drawn: number): DiagnosisEntry | undefined {
  if (field === 'activity') return { ...entry, activity: drawn < 0.5 ? 'active' : 'nonactive' };
  if (field === 'evidence') return { ...entry, evidence: 'documented' };
  if (field === 'on') return { ...entry, on: '2022-01-10' };
  return undefined;
}

function drugPart(entry: DrugEntry, field: string, drawn: number): DrugEntry | undefined {
  if (field === 'outcome') return { ...entry, outcome: drawn < 0.5 ? 'failure' : 'none' };
  if (field === 'evidence') return { ...entry, evidence: 'documented' };
  if (field === 'source') return { ...entry, source: drawn < 0.8 ? 'supplied' : 'sample' };
  if (field === 'from') return { ...entry, from: entry.to ?? '2020-01-10' };
  if (field === 'to') return { ...entry, to: entry.from ?? '2022-01-10' };
  if (field === 'current') return { ...entry, current: drawn < 0.3 };
  if (field === 'shownBy') return { ...entry, shownBy: 'record' };
  return undefined;
}

function eventPart(
  entry: EventEntry,
  [, field, condition]: readonly string[],
  { tables }: Kernel,
  { request }: CaseRecord,
  drawn: number,
): EventEntry | undefined {
  if (field === 'on') return { ...entry, on: request.dateOfService };
  if (field === 'evidence') return { ...entry, evidence: 'documented' };
  if (field === 'shownBy') return { ...entry, shownBy: 'record' };
  if (field === 'value') return { ...entry, value: Math.round(drawn * 100) };
  if (field === 'unit') {
    const unit = tables.events.find(({ id }) => id === entry.event)?.units[0]?.unit;
    return unit === undefined ? undefined : { ...entry, unit };
  }
  if (field === 'conditions' && condition !== undefined)
    return { ...entry, conditions: { ...entry.conditions, [condition]: drawn < 0.7 } };
  return undefined;
}
