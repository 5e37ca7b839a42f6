import type { Anchor, Classified, Expression, Leaf } from '../../dsl/kernel/expression.ts';
import { leavesOf } from '../../dsl/kernel/facts.ts';
import type { Axis, Kernel, Tables } from '../../dsl/kernel/kernel.ts';
import { agentsOf, type Agent } from './agents.ts';
import { boundsFor, slotsFor, stretchesFor, type Bounds } from './bounds.ts';
import {
  choice,
  day,
  flag,
  noChoice,
  noDay,
  noFlag,
  noQuantity,
  quantity,
  type Choice,
  type Day,
  type Flag,
  type Quantity,
} from './fact.ts';
import { situationsOf, type Situation } from './situations.ts';
import { drugSlot, eventSlot, type DrugSlot, type EventSlot } from './slots.ts';
import { stretchOf, type Stretch } from './stretch.ts';
import { unitedTables } from './vocabulary.ts';

/** The facts of a case that some policies read, as variables of the solver. */
export interface World {
  readonly tables: Tables;
  readonly leaves: readonly Leaf[];
  readonly bounds: Bounds;
  readonly agents: readonly Agent[];
  readonly request: {
    readonly kind: Choice;
    readonly product: Choice;
    readonly indication: Choice;
    readonly dateOfService: Day;
    readonly mgPerDay: Quantity;
    readonly days: Quantity;
    readonly quantity: Quantity;
    readonly quantityUnit: Choice;
    readonly planDocument: Choice;
    readonly mandate: Choice;
  };
  readonly birthDate: Day;
  /** Milestones, by their ids. */
  readonly dates: ReadonlyMap<string, Day>;
  /** Yes-or-no statements, by register and id, as `specialties.neurology`. */
  readonly affirmed: ReadonlyMap<string, Flag>;
  readonly findings: ReadonlyMap<string, Choice>;
  readonly papers: ReadonlyMap<string, Choice>;
  readonly verdicts: ReadonlyMap<string, Choice>;
  readonly attributes: ReadonlyMap<string, Choice>;
  /** By the id of the axis. */
  readonly courses: ReadonlyMap<string, Course>;
  readonly drugs: readonly DrugSlot[];
  readonly drugsComplete: Flag;
  /** Those that questions name, a text for whatever else a request is for, and one for what a drug is taken for beside it. */
  readonly indications: {
    readonly named: readonly string[];
    readonly other: string;
    readonly further: string;
  };
  /** By the kind of event. */
  readonly events: ReadonlyMap<string, readonly EventSlot[]>;
  /** By the kind of event: for questions that ask for more events than there are slots. */
  readonly stretches: ReadonlyMap<string, readonly Stretch[]>;
  readonly complete: ReadonlyMap<string, Flag>;
}

/** What diagnoses may say about a disease: one of the situations, by its place. */
export interface Course {
  readonly axis: Axis;
  readonly questions: readonly Classified[];
  readonly situations: readonly Situation[];
  readonly situation: Choice;
}

/** Texts that stand for whatever else a fact may be; a case with one of them holds a further id of the vocabulary. */
const [otherProduct, otherUnit, otherValue] = ['another product', '{other}', 'another value'];
const [otherIndication, furtherIndication] = ['another indication', 'a further indication'];

/** The facts that the policies read. The bounds are those that their questions need, unless they are given. */
export function worldOf(kernels: readonly Kernel[], bounds?: Bounds): World {
  const tables = unitedTables(kernels);
  const leaves = kernels.flatMap((kernel) =>
    expressionsOf(kernel).flatMap((expression) => leavesOf(expression)),
  );
  const agents = agentsOf(kernels, leaves, tables);
  const limits = bounds ?? boundsFor(distinct(leaves));
  const of = <Kind extends Leaf['kind']>(kind: Kind) =>
    leaves.filter((leaf): leaf is Extract<Leaf, { kind: Kind }> => leaf.kind === kind);
  const chosen = (field: string) => of('choice').flatMap((leaf) => (leaf.field === field ? leaf.among : []));
  const doses = kernels.some((kernel) => kernel.regimens.length > 0) || of('regimen').length > 0;
  const amounts = unique(of('amount').map(({ unit }) => unit));
  const trials = of('trials');
  const indications = unique(chosen('indication'));
  const asksIndication = of('concurrent').some(({ sameIndication }) => sameIndication === true);
  const indicationIds = tables.indications.map(({ id }) => id);
  const other = otherOf(indicationIds, indications, otherIndication);
  const further = otherOf(indicationIds, [...indications, other], furtherIndication);
  const uses = {
    shownBy: trials.some(({ shownBy }) => shownBy !== undefined),
    doseUnits: unique(trials.flatMap(({ dose }) => dose?.unit ?? [])),
    indications: asksIndication ? [...indications, other, further] : undefined,
  };
  const kinds = unique(leaves.flatMap(eventKindsOf));
  const askingOf = (id: string) => distinct(leaves.filter((leaf) => eventKindsOf(leaf).includes(id)));
  const selections = leaves.flatMap((leaf) => ('of' in leaf ? [leaf.of] : []));
  const usesSource = selections.some(({ shownBy }) => shownBy !== undefined);
  const usesReference = leaves.some(
    (leaf) =>
      ('relativeTo' in leaf && leaf.relativeTo !== undefined) ||
      ('of' in leaf && leaf.of.relativeTo !== undefined),
  );
  const products = unique([...kernels.flatMap((kernel) => kernel.products), ...chosen('product')]);
  const named = <T>(ids: readonly string[], make: (id: string) => T) =>
    new Map(unique(ids).map((id) => [id, make(id)]));
  return {
    tables,
    leaves,
    bounds: limits,
    agents,
    request: {
      kind: choice('request.kind', ['initial', 'reauthorization']),
      product: choice(
        'request.product',
        products,
        otherOf(
          tables.products.map(({ id }) => id),
          products,
          otherProduct,
        ),
      ),
      indication: choice('request.indication', indications, other),
      dateOfService: day('request.dateOfService'),
      mgPerDay: doses ? quantity('request.regimen.mgPerDay') : noQuantity,
      days: doses ? quantity('request.regimen.days') : noQuantity,
      quantity: amounts.length === 0 ? noQuantity : quantity('request.quantity.value'),
      quantityUnit: amounts.length === 0 ? noChoice : choice('request.quantity.unit', amounts, otherUnit),
      planDocument: choice('request.planDocument', ['silent', 'covers', 'excludes']),
      mandate: choice('request.mandate', ['none', 'requires']),
    },
    birthDate: of('threshold').length === 0 ? noDay : day('patient.birthDate'),
    dates: named(leaves.flatMap(anchorsOf), (id) => day(`dates.${id}`)),
    affirmed: named(
      of('affirmed').map(({ register, id }) => `${register}.${id}`),
      flag,
    ),
    findings: named([...of('finding').map(({ finding }) => finding)], (id) =>
      choice(`findings.${id}`, ['documented', 'reported', 'absent']),
    ),
    papers: named(
      of('judgement').map(({ judgement }) => judgement),
      (id) => choice(`judgements.${id}.papers`, ['documented', 'reported', 'absent']),
    ),
    verdicts: named(
      of('judgement').map(({ judgement }) => judgement),
      (id) => choice(`judgements.${id}.verdict`, ['met', 'not-met']),
    ),
    attributes: named(
      of('choice').flatMap(({ field }) =>
        field.startsWith('attributes.') ? field.slice('attributes.'.length) : [],
      ),
      (id) => {
        const wanted = unique(chosen(`attributes.${id}`));
        const values = tables.attributes.find((row) => row.id === id)?.values.map((value) => value.id) ?? [];
        return choice(`attributes.${id}`, wanted, otherOf(values, wanted, otherValue));
      },
    ),
    courses: coursesOf(of('classified'), tables),
    drugs: Array.from({ length: limits.drugs }, (_, place) => drugSlot(place, agents, uses)),
    indications: { named: indications, other, further },
    drugsComplete: leaves.some(readsDrugs) ? flag('drugsComplete') : noFlag,
    events: named(kinds, (id) => {
      const row = tables.events.find((each) => each.id === id);
      const count = slotsFor(askingOf(id), limits);
      return row === undefined
        ? []
        : Array.from({ length: count }, (_, place) => eventSlot(row, place, usesSource, usesReference));
    }),
    stretches: named(kinds, (id) => {
      const row = tables.events.find((each) => each.id === id);
      return row === undefined
        ? []
        : stretchesFor(askingOf(id), limits).map((bound, place) =>
            stretchOf(row, place, bound, usesSource, usesReference),
          );
    }),
    complete: named(kinds, (id) => flag(`complete.${id}`)),
  };
}

/** The day that a window or an age is counted from. */
export function anchorIn(world: World, anchor: Anchor): Day {
  return anchor === 'dateOfService'
    ? world.request.dateOfService
    : (world.dates.get(anchor.slice('dates.'.length)) ?? noDay);
}

/** Every expression of a policy: its clauses, what it is limited to, and how its parts decide. */
export function expressionsOf(kernel: Kernel): readonly Expression[] {
  const { clauses, scope, criteria, reauthorization, exclusions, dosing } = kernel;
  return [
    ...(scope === undefined ? [] : [scope]),
    ...clauses.map(({ expression }) => expression),
    criteria,
    ...(reauthorization === undefined ? [] : [reauthorization]),
    exclusions,
    ...(dosing === undefined ? [] : [dosing]),
  ];
}

function coursesOf(questions: readonly Classified[], tables: Tables): ReadonlyMap<string, Course> {
  return new Map(
    tables.axes.flatMap((axis): readonly (readonly [string, Course])[] => {
      const own = distinct(questions.filter((question) => question.axis === axis.id));
      if (own.length === 0) return [];
      const situations = situationsOf(axis, own);
      const names = situations.map((_, place) => String(place));
      return [
        [axis.id, { axis, questions: own, situations, situation: choice(`diagnoses.${axis.id}`, names) }],
      ];
    }),
  );
}

/** An id that none of the wanted ones is: the vocabulary's next, or a text that stands for it. */
function otherOf(ids: readonly string[], wanted: readonly string[], text: string): string {
  return ids.find((id) => !wanted.includes(id)) ?? text;
}

function anchorsOf(leaf: Leaf): readonly string[] {
  const anchors: readonly (Anchor | undefined)[] = [
    leaf.kind === 'threshold' ? leaf.at : undefined,
    leaf.kind === 'trials' ? leaf.window?.anchor : undefined,
    'of' in leaf ? leaf.of.window?.anchor : undefined,
    leaf.kind === 'change' ? leaf.baseline.window?.anchor : undefined,
  ];
  return anchors.flatMap((anchor) =>
    anchor === undefined || anchor === 'dateOfService' ? [] : anchor.slice('dates.'.length),
  );
}

function eventKindsOf(leaf: Leaf): readonly string[] {
  if (leaf.kind === 'amount') return leaf.perValueOf === undefined ? [] : [leaf.perValueOf.event];
  if (!('of' in leaf)) return [];
  return leaf.kind === 'change' ? [...leaf.of.events, ...leaf.baseline.events] : leaf.of.events;
}

function readsDrugs({ kind }: Leaf): boolean {
  return ['reason', 'treated', 'receiving', 'concurrent', 'elapsed', 'trials'].includes(kind);
}

function distinct<L extends Leaf>(leaves: readonly L[]): readonly L[] {
  return [...new Map(leaves.map((leaf) => [JSON.stringify(leaf), leaf])).values()];
}

function unique(ids: readonly string[]): readonly string[] {
  return [...new Set(ids)];
}
