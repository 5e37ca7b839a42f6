import type { CaseRecord, DiagnosisEntry, DrugEntry, EventEntry } from '../../dsl/kernel/case.ts';

/** A case in which one fact that was left out is filled in, and what was filled in. */
export interface Fill {
  readonly fact: string;
  readonly record: CaseRecord;
}

const evidences = ['documented', 'reported', 'absent'] as const;
const outcomes = ['failure', 'intolerance', 'contraindication', 'none'] as const;

/** Every way to fill in one fact of a case that was left out, out of a few values each. */
export function fillsOf(
  record: CaseRecord,
  dates: readonly string[],
  agents: readonly string[],
): readonly Fill[] {
  return [
    ...requestFills(record),
    ...personFills(record),
    ...diagnosisFills(record, dates),
    ...drugFills(record, dates, agents),
    ...eventFills(record, dates),
    ...otherFills(record, dates),
  ];
}

function requestFills(record: CaseRecord): Fill[] {
  const { request } = record;
  const { kind, product, indication, regimen } = request;
  const put = (fact: string, part: Partial<CaseRecord['request']>): Fill => ({
    fact: `request.${fact}`,
    record: { ...record, request: { ...request, ...part } },
  });
  return [
    ...when(
      kind,
      (['initial', 'reauthorization'] as const).map((value) => put('kind', { kind: value })),
    ),
    ...when(
      product,
      ['own', 'Sibling'].map((value) => put('product', { product: value })),
    ),
    ...when(
      indication,
      ['headache', 'fever'].map((value) => put('indication', { indication: value })),
    ),
    ...when(
      regimen?.mgPerDay,
      [12, 24].map((mgPerDay) => put('regimen.mgPerDay', { regimen: { ...regimen, mgPerDay } })),
    ),
    ...when(
      regimen?.days,
      [3, 5].map((days) => put('regimen.days', { regimen: { ...regimen, days } })),
    ),
  ];
}

function personFills(record: CaseRecord): Fill[] {
  const { patient, prescriber, findings, judgements } = record;
  const births = ['1980-02-29', '2007-06-03', '2007-06-04'].filter(
    (date) => date <= record.request.dateOfService,
  );
  const registers = (['specialties', 'consultations'] as const).flatMap((register) =>
    ['specialty-0', 'specialty-1'].flatMap((id) =>
      when(
        prescriber?.[register]?.[id],
        [true, false].map((value) => ({
          fact: `prescriber.${register}.${id}`,
          record: {
            ...record,
            prescriber: { ...prescriber, [register]: { ...prescriber?.[register], [id]: value } },
          },
        })),
      ),
    ),
  );
  const found = ['finding-0', 'finding-1'].flatMap((id) => {
    const entry = findings?.[id];
    const { evidence, on } =
      typeof entry === 'object' ? { on: undefined, ...entry } : { evidence: entry, on: undefined };
    return when(
      evidence,
      evidences.map((value) => ({
        fact: `findings.${id}`,
        record: {
          ...record,
          findings: { ...findings, [id]: on === undefined ? value : { evidence: value, on } },
        },
      })),
    );
  });
  const judged = ['judgement-0', 'judgement-1'].flatMap((id) => [
    ...when(
      judgements?.[id]?.verdict,
      (['met', 'not-met'] as const).map((verdict) => ({
        fact: `judgements.${id}.verdict`,
        record: { ...record, judgements: { ...judgements, [id]: { ...judgements?.[id], verdict } } },
      })),
    ),
    ...when(
      judgements?.[id]?.papers,
      evidences.map((papers) => ({
        fact: `judgements.${id}.papers`,
        record: { ...record, judgements: { ...judgements, [id]: { ...judgements?.[id], papers } } },
      })),
    ),
  ]);
  return [
    ...when(
      patient?.birthDate,
      births.map((birthDate) => ({
        fact: 'patient.birthDate',
        record: { ...record, patient: { birthDate } },
      })),
    ),
    ...registers,
    ...found,
    ...judged,
  ];
}

/**
 * What the one diagnosis on file leaves out, save the activity of what is said to be absent, which is any, and that
 * beside a code, which it may contradict (reading C-49). Of several a date or a grade may make one displace or
 * contradict another, and so may a code beside a condition.
 */
function diagnosisFills(record: CaseRecord, dates: readonly string[]): Fill[] {
  const diagnoses = record.diagnoses ?? [];
  const [only] = diagnoses;
  if (diagnoses.length !== 1 || (only?.condition !== undefined && only.icd10 !== undefined)) return [];
  return diagnoses.flatMap((entry, index) => {
    const put = (fact: string, part: Partial<DiagnosisEntry>): Fill => ({
      fact: `diagnoses[${index}].${fact}`,
      record: {
        ...record,
        diagnoses: diagnoses.map((each) => (each === entry ? { ...each, ...part } : each)),
      },
    });
    return [
      ...when(
        entry.evidence === 'absent' || entry.icd10 !== undefined ? 'any' : entry.activity,
        (['active', 'nonactive'] as const).map((activity) => put('activity', { activity })),
      ),
      ...when(
        entry.on,
        dates.map((on) => put('on', { on })),
      ),
      ...when(
        entry.evidence,
        evidences.map((evidence) => put('evidence', { evidence })),
      ),
    ];
  });
}

function drugFills(record: CaseRecord, dates: readonly string[], agents: readonly string[]): Fill[] {
  const drugs = record.drugs ?? [];
  const on = record.request.dateOfService;
  const entries = drugs.flatMap((entry, index) => {
    const put = (fact: string, part: Partial<DrugEntry>): Fill => ({
      fact: `drugs[${index}].${fact}`,
      record: { ...record, drugs: drugs.map((each) => (each === entry ? { ...each, ...part } : each)) },
    });
    // Dates and a source turn a contraindication into a treatment, by decision (reading C-37).
    const isContraindication = entry.outcome === 'contraindication';
    return [
      ...when(
        entry.outcome === 'unknown' ? undefined : entry.outcome,
        outcomes.map((outcome) => put('outcome', { outcome })),
      ),
      ...when(
        entry.evidence,
        evidences.map((evidence) => put('evidence', { evidence })),
      ),
      ...(isContraindication
        ? []
        : [
            ...when(
              entry.source,
              (['supplied', 'sample'] as const).map((source) => put('source', { source })),
            ),
            ...when(
              entry.from,
              dates
                .filter((from) => entry.to === undefined || from <= entry.to)
                .map((from) => put('from', { from })),
            ),
            ...when(
              entry.to,
              dates
                .filter((to) => entry.from === undefined || to >= entry.from)
                // An end that goes against the flag is a planned stop or a contradiction (reading C-51).
                .filter((to) => entry.current === undefined || entry.current === to >= on)
                .map((to) => put('to', { to })),
            ),
            ...when(
              entry.current,
              [true, false].map((current) => put('current', { current })),
            ),
          ]),
      ...when(
        entry.shownBy,
        (['claim', 'record'] as const).map((shownBy) => put('shownBy', { shownBy })),
      ),
      ...when(
        entry.indication,
        ['headache', 'fever', 'cough'].map((indication) => put('indication', { indication })),
      ),
      ...when(
        entry.doseReached?.value,
        [20, 25].map((value) => put('doseReached.value', { doseReached: { ...entry.doseReached, value } })),
      ),
      ...when(
        entry.doseReached?.unit,
        ['mg/wk', 'mg/d'].map((unit) =>
          put('doseReached.unit', { doseReached: { ...entry.doseReached, unit } }),
        ),
      ),
    ];
  });
  const added = agents.flatMap((agent) =>
    dates.slice(0, 6).map((to) => ({
      fact: 'drugs',
      record: {
        ...record,
        drugs: [
          ...drugs,
          { agent, outcome: 'failure', evidence: 'documented', source: 'supplied', from: to, to } as const,
        ],
      },
    })),
  );
  return [
    ...entries,
    ...(record.drugsComplete === true ? [] : added),
    ...when(
      record.drugsComplete,
      [true, false].map((drugsComplete) => ({ fact: 'drugsComplete', record: { ...record, drugsComplete } })),
    ),
  ];
}

/** What entries of histories leave out, entries that an incomplete history does, and whether it is complete. */
function eventFills(record: CaseRecord, dates: readonly string[]): Fill[] {
  const { events = [], complete = [] } = record;
  const entries = events.flatMap((entry, index) => {
    const put = (fact: string, part: Partial<EventEntry>): Fill => ({
      fact: `events[${index}].${fact}`,
      record: { ...record, events: events.map((each) => (each === entry ? { ...each, ...part } : each)) },
    });
    return [
      ...when(
        entry.on,
        dates.map((on) => put('on', { on })),
      ),
      ...when(
        entry.value,
        [5.5, 100, 126].map((value) => put('value', { value })),
      ),
      ...when(
        entry.unit,
        ['mg/dL', 'mmol/L', 'kg'].map((unit) => put('unit', { unit })),
      ),
      ...when(
        entry.evidence,
        evidences.map((evidence) => put('evidence', { evidence })),
      ),
      ...when(
        entry.shownBy,
        (['claim', 'record'] as const).map((shownBy) => put('shownBy', { shownBy })),
      ),
      ...['fasting', 'resting'].flatMap((id) =>
        when(
          entry.conditions?.[id],
          [true, false].map((value) =>
            put(`conditions.${id}`, { conditions: { ...entry.conditions, [id]: value } }),
          ),
        ),
      ),
      ...(['lower', 'upper'] as const).flatMap((limit) =>
        when(
          entry.reference?.[limit],
          [50, 100].map((value) =>
            put(`reference.${limit}`, { reference: { ...entry.reference, [limit]: value } }),
          ),
        ),
      ),
    ];
  });
  const open = ['sugar', 'weight', 'visit'].filter((id) => !complete.includes(id));
  return [
    ...entries,
    ...open.flatMap((event) =>
      dates.slice(-5).flatMap((on) =>
        [100, 126].map((value) => ({
          fact: 'events',
          record: {
            ...record,
            events: [
              ...events,
              {
                event,
                on,
                value,
                unit: event === 'weight' ? 'kg' : 'mg/dL',
                conditions: { fasting: true, resting: false },
                evidence: 'documented' as const,
                shownBy: 'record' as const,
              },
            ],
          },
        })),
      ),
    ),
    ...open.map((event) => ({ fact: 'complete', record: { ...record, complete: [...complete, event] } })),
  ];
}

/** Milestones, attributes, commitments and the quantity, where they are left out. */
function otherFills(record: CaseRecord, dates: readonly string[]): Fill[] {
  const { request } = record;
  return [
    ...['order', 'start'].flatMap((id) =>
      when(
        record.dates?.[id],
        dates.map((on) => ({
          fact: `dates.${id}`,
          record: { ...record, dates: { ...record.dates, [id]: on } },
        })),
      ),
    ),
    ...when(
      record.attributes?.['approach'],
      ['open', 'scope', 'other'].map((approach) => ({
        fact: 'attributes.approach',
        record: { ...record, attributes: { approach } },
      })),
    ),
    ...when(
      record.commitments?.['with-drug'],
      [true, false].map((value) => ({
        fact: 'commitments.with-drug',
        record: { ...record, commitments: { 'with-drug': value } },
      })),
    ),
    ...when(
      request.quantity?.value,
      [3, 300].map((value) => ({
        fact: 'request.quantity.value',
        record: { ...record, request: { ...request, quantity: { ...request.quantity, value } } },
      })),
    ),
    ...when(
      request.quantity?.unit,
      ['mg', '{kit}'].map((unit) => ({
        fact: 'request.quantity.unit',
        record: { ...record, request: { ...request, quantity: { ...request.quantity, unit } } },
      })),
    ),
  ];
}

/** Fills for a fact that is left out; none for one that is there. */
function when(fact: unknown, fills: readonly Fill[]): readonly Fill[] {
  return fact === undefined ? fills : [];
}
