import type { CaseRecord, DrugEntry } from '../../dsl/kernel/case.ts';
import { canonicalId, fold } from '../../dsl/kernel/drug-history.ts';
import type { Tables } from '../../dsl/kernel/kernel.ts';
import { agentFor } from './agents.ts';
import { lastDate } from './date.ts';
import { OutOfReach } from './fact.ts';
import type { World } from './world.ts';

/**
 * The drugs of a case that count on the date of service, in the texts that a world has for agents and indications. Throws
 * OutOfReach where there are more of them than slots, or more names that the vocabulary lacks than texts for such.
 */
export function drugsOf(world: World, record: CaseRecord): readonly DrugEntry[] {
  const { agents, tables } = world;
  const on = record.request.dateOfService;
  const drugs = (record.drugs ?? []).filter(({ from }) => from === undefined || from <= on);
  if (drugs.length > world.drugs.length) throw new OutOfReach(`The case lists ${drugs.length} drugs.`);
  const unlisted = unlistedNames(tables, drugs);
  return drugs.map((entry) => {
    const agent = agentFor(agents, tables, entry.agent, unlisted);
    if (agent === undefined) throw new OutOfReach(`The vocabulary lacks the drug '${entry.agent}'.`);
    const { indication, to, ...rest } = entry;
    return {
      ...rest,
      agent: agent.id,
      ...(indication === undefined
        ? {}
        : { indication: indicationIn(world, indication, record.request.indication) }),
      // What ends after the date of service ends alike whenever it does.
      ...(to === undefined ? {} : { to: to > lastDate ? lastDate : to }),
    };
  });
}

/** The names of drugs that the vocabulary lacks, folded. */
function unlistedNames(tables: Tables, drugs: readonly DrugEntry[]): readonly string[] {
  const unlisted = drugs
    .map(({ agent }) => agent)
    .filter((given) =>
      [tables.products, tables.ingredients].every((rows) => canonicalId(rows, given) === undefined),
    );
  return [...new Set(unlisted.map(fold))];
}

/** The world's text for what a drug is taken for: of what no question names, only whether it is that of the request counts. */
function indicationIn({ indications, tables }: World, given: string, requested: string | undefined): string {
  const idOf = (text: string) => canonicalId(tables.indications, text) ?? fold(text);
  const id = idOf(given);
  if (indications.named.includes(id)) return id;
  return requested !== undefined && idOf(requested) === id ? indications.other : indications.further;
}
