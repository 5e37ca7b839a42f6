import type { Agents, Expression, Leaf } from '../../../dsl/kernel/expression.ts';
import type { Tables } from '../../../dsl/kernel/kernel.ts';

/** What a leaf asks of several things that it names, as drugs or events. */
export interface Question {
  /** The names of each thing; a text may use any of them. */
  readonly things: readonly (readonly string[])[];
  /** How many of them are asked for. */
  readonly least: number | 'every';
  /** What the logic is about where it names one thing alone, for a message. */
  readonly about: string;
  /** How many times or agents it counts; absent where it counts nothing. */
  readonly counts?: number;
  /** Which of several measurements decides; absent where the leaf is no reading. */
  readonly which?: 'latest' | 'earliest' | 'every' | 'mean';
}

/** A leaf as a question about things with names. */
export function questionOf(leaf: Leaf, tables: Tables): Question {
  const one = (about: string, names: readonly string[] = []): Question => ({
    things: names.map((name) => [name]),
    least: 1,
    about,
  });
  switch (leaf.kind) {
    case 'threshold':
      return one('an age');
    case 'choice':
      return one('a choice', namesIn(choiceRows(leaf.field, tables), leaf.among));
    case 'affirmed':
      return one('a statement', namesIn([...tables.specialties, ...tables.commitments], [leaf.id]));
    case 'classified': {
      const states = tables.axes.find(({ id }) => id === leaf.axis)?.states ?? [];
      return one('a diagnosis', namesIn(states, leaf.among));
    }
    case 'finding':
      return one('a finding', namesIn(tables.findings, [leaf.finding]));
    case 'judgement':
      return one('a judgement', namesIn(tables.judgements, [leaf.judgement]));
    case 'reason':
      return { ...one('a reason against a drug'), things: agentNames(leaf.agents, tables) };
    case 'treated':
      return one('a treatment', namesIn(tables.products, leaf.products.products));
    case 'receiving':
      return one('a current treatment', namesIn(tables.products, leaf.products.products));
    case 'concurrent':
      return { ...one('a concurrent drug'), things: agentNames(leaf.agents, tables) };
    case 'elapsed':
      return one('a time since the last dose', namesIn(tables.products, leaf.products.products));
    case 'regimen':
      return one('a regimen');
    case 'counted':
      return { ...one('events', namesIn(tables.events, leaf.of.events)), counts: leaf.least };
    case 'reading':
      return {
        ...one('a measurement', namesIn(tables.events, leaf.of.events)),
        which: leaf.which,
        ...(leaf.which === 'every' || leaf.which === 'mean' ? { counts: leaf.minimum } : {}),
      };
    case 'change':
      return one('a change', namesIn(tables.events, leaf.of.events));
    case 'run':
      return one('a run of days', namesIn(tables.events, leaf.of.events));
    case 'trials':
      return {
        things: agentNames(leaf.agents, tables),
        least: leaf.least,
        about: 'trials of drugs',
        ...(leaf.least === 'every' ? {} : { counts: leaf.least }),
      };
    case 'amount':
      return one('a quantity');
  }
}

/** The leaf, where a policy of several drugs puts one question for each of them; else the expression itself. */
export function withoutRequests(expression: Expression): Expression {
  if (expression.kind !== 'any') return expression;
  const asked = expression.of.map((part) => {
    const [request, question, ...more] = part.kind === 'all' ? part.of : [];
    const isRequest = request?.kind === 'choice' && request.field === 'product' && more.length === 0;
    return isRequest ? question : undefined;
  });
  const [first] = asked;
  if (first === undefined || asked.some((question) => question?.kind !== first.kind)) return expression;
  if (first.kind !== 'reason' && first.kind !== 'concurrent' && first.kind !== 'trials') return first;
  // Each drug's own question leaves that drug out; together they name all that the text does.
  const ingredients = asked.flatMap((question) =>
    question !== undefined && 'agents' in question ? question.agents.ingredients : [],
  );
  return { ...first, agents: { ...first.agents, ingredients: [...new Set(ingredients)] } };
}

interface Named {
  readonly id: string;
  readonly name: string;
}

function choiceRows(field: string, tables: Tables): readonly Named[] {
  if (field === 'indication') return tables.indications;
  if (field === 'product') return tables.products;
  const id = field.slice('attributes.'.length);
  return tables.attributes.find((attribute) => attribute.id === id)?.values ?? [];
}

function namesIn(rows: readonly Named[], ids: readonly string[]): readonly string[] {
  return ids.flatMap((id) => rows.find((row) => row.id === id)?.name ?? []);
}

/** Ingredients, each by its own name first and then by those of its brands. */
function agentNames({ ingredients }: Agents, tables: Tables): readonly (readonly string[])[] {
  return ingredients.map((id) => [
    ...namesIn(tables.ingredients, [id]),
    ...tables.products.filter(({ ingredient }) => ingredient === id).map(({ name }) => name),
  ]);
}
