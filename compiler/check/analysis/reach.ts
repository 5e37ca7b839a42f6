import type { Expression, Leaf } from '../../../dsl/kernel/expression.ts';
import type { ById } from '../../../dsl/kernel/facts.ts';
import type { World } from '../../logic/world.ts';
import type { Condition, Wanted } from './conditions.ts';

/**
 * Whether histories as long as the world's tell all that longer ones could of these conditions: of each, the entries that
 * show it are counted, and together they find room. Else an answer of "never" holds for histories of that length alone.
 */
export function isWithinReach(conditions: readonly Condition[], byId: ById, world: World): boolean {
  const need = total(
    conditions.map((condition) =>
      condition.on === 'expression' ? needOf(condition.expression, condition.is, byId, world) : none,
    ),
  );
  return need.drugs <= world.bounds.drugs && [...need.events.values()].every((count) => isRoom(count, world));
}

/** How many entries show something: drugs, and events and long stretches of them by their kind. */
interface Need {
  readonly drugs: number;
  readonly events: ReadonlyMap<string, EventNeed>;
}

interface EventNeed {
  readonly entries: number;
  /** Questions that ask for more entries than a history has; stretches of days alike stand for these. */
  readonly stretches: number;
}

const none: Need = { drugs: 0, events: new Map() };
/** As `stretchesFor` has it. */
const mostStretches = 2;

function isRoom({ entries, stretches }: EventNeed, { bounds }: World): boolean {
  return entries <= bounds.events && stretches <= mostStretches;
}

function needOf(expression: Expression, is: Wanted, byId: ById, world: World): Need {
  const parts = (of: readonly Expression[]) => of.map((part) => needOf(part, is, byId, world));
  switch (expression.kind) {
    case 'all':
      return is === 'met' ? total(parts(expression.of)) : largest(parts(expression.of));
    case 'any':
      return is === 'met' ? largest(parts(expression.of)) : total(parts(expression.of));
    case 'atLeast':
      return total(parts(expression.of));
    case 'not':
      return needOf(expression.of, is === 'met' ? 'unmet' : 'met', byId, world);
    case 'clause': {
      const named = byId.get(expression.id);
      return named === undefined ? none : needOf(named, is, byId, world);
    }
    default:
      return needOfLeaf(expression, is === 'met', world);
  }
}

/** What only counts what is there is unmet by leaving entries out: that needs none. */
function needOfLeaf(leaf: Leaf, isMet: boolean, { bounds }: World): Need {
  const drugs = (count: number): Need => ({ drugs: count, events: new Map() });
  const events = (kinds: readonly string[], count: number): Need => ({
    drugs: 0,
    events: new Map(
      kinds.map((kind) => [
        kind,
        count > bounds.events ? { entries: 0, stretches: 1 } : { entries: count, stretches: 0 },
      ]),
    ),
  });
  switch (leaf.kind) {
    case 'reason':
      return isMet ? drugs(leaf.otherThan === undefined ? 1 : 2) : none;
    case 'treated':
    case 'concurrent':
      return isMet ? drugs(1) : none;
    case 'receiving':
      return drugs(isMet ? 1 : 2);
    case 'elapsed':
      return drugs(1);
    case 'trials':
      return isMet ? drugs(leaf.least === 'every' ? leaf.agents.ingredients.length : leaf.least) : none;
    case 'counted':
      return isMet ? events(leaf.of.events, leaf.least) : none;
    case 'run':
      return isMet ? events(leaf.of.events, Math.ceil((leaf.days * leaf.percent) / 100)) : none;
    case 'reading':
      return events(leaf.of.events, leaf.minimum);
    case 'change':
      return events([...leaf.of.events, ...leaf.baseline.events], 2);
    case 'amount':
      return leaf.perValueOf === undefined ? none : events([leaf.perValueOf.event], 1);
    default:
      return none;
  }
}

function total(needs: readonly Need[]): Need {
  return joined(needs, (first, second) => first + second);
}

function largest(needs: readonly Need[]): Need {
  return joined(needs, Math.max);
}

function joined(needs: readonly Need[], join: (first: number, second: number) => number): Need {
  return needs.reduce((sum, { drugs, events }) => {
    const kinds = new Map(sum.events);
    for (const [kind, { entries, stretches }] of events) {
      const before = kinds.get(kind) ?? { entries: 0, stretches: 0 };
      kinds.set(kind, {
        entries: join(before.entries, entries),
        stretches: join(before.stretches, stretches),
      });
    }
    return { drugs: join(sum.drugs, drugs), events: kinds };
  }, none);
}
