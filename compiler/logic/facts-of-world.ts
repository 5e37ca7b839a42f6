import type { CaseRecord } from '../../dsl/kernel/case.ts';
import { heldBy, variablesOf } from './case-of-world.ts';
import type { Known } from './fact.ts';
import { and, equal, real, truth, whole, type Term, type Variable } from './term.ts';
import type { World } from './world.ts';

/** Tells whether a variable of a world holds one of these facts, which are named as `factsOf` names them. */
export function holderOf(world: World, facts: readonly string[]): (variable: Variable) => boolean {
  const holders = new Set(facts.flatMap((fact) => variablesOfFact(world, fact)));
  return (variable) => holders.has(variable) || facts.some((fact) => isOfHistory(variable, fact));
}

/** All that a case says but for some facts; nothing where it says what the world can't hold. */
export function saidBut(world: World, record: CaseRecord, facts: readonly string[]): Term | undefined {
  const assignment = heldBy(world, record);
  if (assignment === undefined) return undefined;
  const isFree = holderOf(world, facts);
  return and(
    ...variablesOf(world)
      .filter((each) => !isFree(each))
      .map((each) => {
        const value = assignment.get(each.name) ?? 0;
        if (typeof value === 'boolean') return equal(each, truth(value));
        return equal(each, each.sort === 'real' ? real(value) : whole(value));
      }),
  );
}

/** The variables that hold a fact, as `factsOf` names it. */
function variablesOfFact(world: World, fact: string): readonly Variable[] {
  const [section = '', ...rest] = fact.split('.');
  const id = rest.join('.');
  const variablesOf = (...facts: readonly (Known | undefined)[]) =>
    facts.flatMap((each) => each?.variables ?? []);
  const { request } = world;
  switch (section) {
    case 'request':
      switch (id) {
        case 'kind':
        case 'product':
        case 'indication':
          return variablesOf(request[id]);
        case 'regimen':
          return variablesOf(request.mgPerDay, request.days);
        default:
          return variablesOf(request.quantity, request.quantityUnit);
      }
    case 'patient':
      return variablesOf(world.birthDate);
    case 'prescriber':
      return variablesOf(world.affirmed.get(id));
    case 'commitments':
      return variablesOf(world.affirmed.get(fact));
    case 'findings':
      return variablesOf(world.findings.get(id));
    case 'judgements':
      return variablesOf(world.papers.get(id), world.verdicts.get(id));
    case 'attributes':
      return variablesOf(world.attributes.get(id));
    case 'dates':
      return variablesOf(world.dates.get(id));
    case 'diagnoses':
      return [...world.courses.values()].flatMap(({ situation }) => situation.variables);
    default:
      return [];
  }
}

/** Whether a history of drugs or of one kind of event is held by a variable, by what its name begins with. */
function isOfHistory(variable: Variable, fact: string): boolean {
  if (fact === 'drugs') return variable.name.startsWith('drugs.');
  if (fact === 'drugsComplete') return isFlag(variable, 'drugsComplete');
  if (!fact.startsWith('events.')) return false;
  const kind = fact.slice('events.'.length);
  return variable.name.startsWith(`events.${kind}.`) || isFlag(variable, `complete.${kind}`);
}

/** A flag is held by two variables: what it is, and whether that is known. */
function isFlag({ name }: Variable, flag: string): boolean {
  return name === flag || name === `${flag} is known`;
}
