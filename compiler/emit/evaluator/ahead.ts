import type { Leaf, Products, Window } from '../../../dsl/kernel/expression.ts';
import type { NamedRow } from '../../../dsl/kernel/kernel.ts';
import { milestoneOf, wholeBounds } from './codes.ts';
import { line } from './decide.ts';
import { productVerdicts, type Shared } from './names.ts';
import { attributeOf, isOwn, layerLeafCount, type Plan, type PlannedLeaf } from './plan.ts';
import { wordsOf } from './prune.ts';
import { agentNames, alternatives, nameIn, productNames, reasonWords } from './questions.ts';
import { join, list, piecesOf, source, type Code } from './quote.ts';
import * as next from './runtime/next.ts';
import * as prospects from './runtime/prospects.ts';
import * as settlings from './runtime/settlings.ts';
import * as ways from './runtime/ways.ts';
import { sayingsSource, settlingsOf } from './settlings.ts';
import { aloneLeaves, matters, topicsOf } from './topics.ts';

/** Prints what to ask next, and what would have to be otherwise: the search, and what it knows of each leaf. */
export function aheadSource(plan: Plan, shared: Shared): Code {
  const layers = Array.from({ length: layerLeafCount }, () => undefined);
  return join(
    [
      topicsSource(plan),
      ...piecesOf(settlings),
      ...piecesOf(ways),
      ...piecesOf(next),
      ...piecesOf(prospects),
      source`
/** Which of the facts asked for settle each leaf as met, and as not met. */
const settlings: readonly (readonly [met: Settling, notMet: Settling])[] = [
  ${[
    ...layers.map(() => source`[byAll, byAll],`),
    ...plan.leaves.map(({ leaf, owners }) =>
      line(source`[${join(settlingsOf(leaf, plan, shared), ', ')}],`, ...owners),
    ),
  ]}
];
${sayingsSource(plan, shared)}

/** How each leaf may come to be otherwise than it is decided. */
const prospects: readonly ((matter: Matter, wanted: number) => Prospect)[] = [
  ${[...layers.map(() => source`() => staysSo('request', 'What is asked for'),`), ...plan.leaves.map((each) => prospectLine(plan, each, shared))]}
];`,
    ],
    '\n\n',
  );
}

function topicsSource(plan: Plan): Code {
  const topics = topicsOf(plan);
  return source`
const topics: readonly Topic[] = [
  ${topics.map(({ leaves, answers }) => source`{ leaves: ${list(leaves)}, answers: [${join(answers.map(list), ', ')}] },`)}
];

/** For every leaf, the first that is about the same: to have several of one matter otherwise is one change. */
const matterOf: readonly number[] = ${list(matters(plan))};

/** The leaves that are of no topic and asked in one place: what they are matters there alone. */
const aloneLeaves = new Set<number>(${list(aloneLeaves(plan, topics))});`;
}

function prospectLine(plan: Plan, { leaf, owners }: PlannedLeaf, shared: Shared): Code {
  const told = prospect(plan, leaf, shared);
  const words = wordsOf(told.code);
  const matter = source`${{ code: words.has('matter') ? 'matter' : '_' }}`;
  const given = words.has('wanted') ? source`${matter}, wanted` : words.has('matter') ? matter : source``;
  return line(source`(${given}) => ${told},`, ...owners);
}

/** How a leaf may change: can it or not, when it would have to be met and when not. */
function prospect(plan: Plan, leaf: Leaf, shared: Shared): Code {
  const { kernel } = plan;
  const { tables } = kernel;
  const either = (met: Code, notMet: Code) => source`(wanted === 3 ? ${met} : ${notMet})`;
  switch (leaf.kind) {
    case 'threshold': {
      const { least, most } = wholeBounds(leaf.bounds);
      if (milestoneOf(leaf.at) !== undefined)
        return source`ageProspectAt(matter, ${plan.codes.anchors.indexOf(leaf.at)})`;
      if (leaf.unit === 'days') return source`ageInDaysProspect(matter, ${least}, wanted)`;
      return source`ageProspect(matter, ${leaf.unit === 'years' ? 384 : 32}, ${least}, ${most}, wanted)`;
    }
    case 'choice': {
      const fact = leaf.field.startsWith('attributes.') ? leaf.field : `request.${leaf.field}`;
      if (leaf.field === 'product') return can(fact, 'Another product can be asked for');
      if (leaf.field === 'kind') return stuck(fact, 'Whether it is a first request or a reauthorization');
      if (leaf.field === 'indication') return stuck(fact, 'What it is asked for: the indication');
      return stuck(fact, `The ${nameIn(tables.attributes, attributeOf(leaf) ?? '')}`);
    }
    case 'affirmed':
      return affirmedProspect(leaf.register, leaf.id, tables);
    case 'classified':
      return stuck('diagnoses', `The ${nameIn(tables.axes, leaf.axis)}`);
    case 'finding': {
      const [fact, name] = [`findings.${leaf.finding}`, nameIn(tables.findings, leaf.finding)];
      return either(stuck(fact, `Known not to be so: ${name}`), stuck(fact, `On file: ${name}`));
    }
    case 'judgement': {
      const name = nameIn(tables.judgements, leaf.judgement);
      return can(
        `judgements.${leaf.judgement}`,
        `A reviewer can judge otherwise on further records of ${name}`,
      );
    }
    case 'regimen':
      return either(
        can(
          'request.regimen',
          `Another dose can be asked for: ${leaf.mgPerDay} mg a day on ${leaf.days} days`,
        ),
        can('request.regimen', 'Another dose can be asked for'),
      );
    case 'amount':
      return can('request.quantity', 'Another quantity can be asked for');
    case 'elapsed': {
      const set = shared.bytes(productVerdicts(kernel, leaf.products));
      return source`elapsedProspect(matter, ${set}, ${leaf.months}, ${productNames(kernel, leaf.products)}, wanted)`;
    }
    case 'reason':
    case 'treated':
    case 'receiving':
    case 'concurrent':
    case 'trials':
      return drugProspect(plan, leaf, either);
    case 'counted':
    case 'reading':
    case 'change':
    case 'run':
      return eventProspect(plan, leaf, either);
  }
}

type Either = (met: Code, notMet: Code) => Code;

/** A treatment that was not given can still be; what was given, or showed a reason, stays so. */
function drugProspect(
  { kernel }: Plan,
  leaf: Extract<Leaf, { kind: 'reason' | 'treated' | 'receiving' | 'concurrent' | 'trials' }>,
  either: Either,
): Code {
  // That the product asked for was given before is no way to have it.
  const before = (products: Products, text: string, otherwise: string) =>
    isOwn(products, kernel) ? stuck('drugs', text) : can('drugs', otherwise);
  switch (leaf.kind) {
    case 'reason': {
      const names = agentNames(kernel, leaf.agents);
      const words = reasonWords(leaf.reasons);
      const another = leaf.otherThan === undefined ? '' : ', other than the one that counts already,';
      return either(
        can('drugs', `It may still turn out that ${names}${another} ${words}`),
        stuck('drugs', `On file is that ${names} ${words}`),
      );
    }
    case 'treated': {
      const names = productNames(kernel, leaf.products);
      return either(
        before(leaf.products, `${names} was not given before`, `${names} can be given first`),
        stuck('drugs', `${names} was given before`),
      );
    }
    case 'receiving': {
      const names = productNames(kernel, leaf.products);
      return either(
        before(leaf.products, `${names} is not being received`, `${names} can be begun`),
        stuck('drugs', `${names} is being received`),
      );
    }
    case 'concurrent': {
      const names = agentNames(kernel, leaf.agents);
      return either(can('drugs', `${names} can be begun`), can('drugs', `${names} can be stopped`));
    }
    case 'trials': {
      const names = agentNames(kernel, leaf.agents);
      const words = leaf.reasons === undefined ? 'was taken' : reasonWords(leaf.reasons);
      return either(
        can('drugs', `A course can still be completed: ${names} ${words}`),
        stuck('drugs', `On file is that ${names} ${words}`),
      );
    }
  }
}

/** What can still take place within its window can; what was measured is so. What took place is past when its window has moved on. */
function eventProspect(
  { kernel: { tables } }: Plan,
  leaf: Extract<Leaf, { kind: 'counted' | 'reading' | 'change' | 'run' }>,
  either: Either,
): Code {
  const names = alternatives(leaf.of.events.map((id) => nameIn(tables.events, id)));
  const measured = stuck('events', `What was measured: ${names}`);
  if (leaf.kind === 'reading' || leaf.kind === 'change') return measured;
  const { window } = leaf.of;
  const ahead =
    leaf.kind === 'run' ? `Further days can be recorded: ${names}` : `It can still take place: ${names}`;
  const isMeasured = leaf.kind === 'counted' && leaf.of.bounds !== undefined;
  const met = isMeasured
    ? measured
    : isAhead(window)
      ? can('events', ahead)
      : stuck('events', `Past: ${names}`);
  const looksBack = window?.anchor === 'dateOfService' && window.from !== undefined;
  const passed = `Time will pass: later it will lie too far back: ${names}`;
  return either(met, looksBack ? can('events', passed) : stuck('events', `It took place: ${names}`));
}

/** Whether a window may still have days to come. */
function isAhead(window: Window | undefined): boolean {
  return window === undefined || window.anchor === 'dateOfService' || window.to === undefined;
}

function affirmedProspect(
  register: 'specialties' | 'consultations' | 'commitments',
  id: string,
  tables: { readonly commitments: readonly NamedRow[]; readonly specialties: readonly NamedRow[] },
): Code {
  if (register === 'commitments')
    return can(`commitments.${id}`, `It can be undertaken or not: ${nameIn(tables.commitments, id)}`);
  const name = nameIn(tables.specialties, id);
  const what = register === 'specialties' ? 'Another can prescribe it' : 'Another can be consulted';
  return can(`prescriber.${register}.${id}`, `${what}: ${name}`);
}

function can(fact: string, text: string): Code {
  return source`mayChange(${fact}, ${text})`;
}

function stuck(fact: string, text: string): Code {
  return source`staysSo(${fact}, ${text})`;
}
