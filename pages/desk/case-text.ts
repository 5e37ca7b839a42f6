import type { CaseRecord } from '../../dsl/kernel/case.ts';

/** A case file's text: a record, and what is not evaluated. */
export type CaseText = CaseRecord & { readonly about?: string; readonly expected?: unknown };
