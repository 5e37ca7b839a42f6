import type { Kernel, NamedRow, Tables } from '../../dsl/kernel/kernel.ts';

/** The tables of kernels put together, as when two versions are compared: of two rows with one id, the first. */
export function unitedTables(kernels: readonly Kernel[]): Tables {
  const rows = <Row extends NamedRow>(of: (tables: Tables) => readonly Row[]): readonly Row[] => {
    const known = new Map<string, Row>();
    for (const { tables } of kernels)
      for (const row of of(tables)) if (!known.has(row.id)) known.set(row.id, row);
    return [...known.values()];
  };
  return {
    products: rows((tables) => tables.products),
    ingredients: rows((tables) => tables.ingredients),
    axes: rows((tables) => tables.axes),
    findings: rows((tables) => tables.findings),
    judgements: rows((tables) => tables.judgements),
    specialties: rows((tables) => tables.specialties),
    indications: rows((tables) => tables.indications),
    events: rows((tables) => tables.events),
    milestones: rows((tables) => tables.milestones),
    attributes: rows((tables) => tables.attributes),
    commitments: rows((tables) => tables.commitments),
  };
}
