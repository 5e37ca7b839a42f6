import ucs2length from 'ajv/dist/runtime/ucs2length.js';
import equal from 'ajv/dist/runtime/equal.js';
import type { Validate } from '../../compiler/case-files/check-case.ts';
import { deskDataId, type DeskData } from '../../compiler/site/desk-data.ts';
import { isDate } from '../../dsl/kernel/calendar.ts';
import type { CaseRecord } from '../../dsl/kernel/case.ts';
import type { Determination } from '../../dsl/kernel/determination.ts';
import type { CaseText } from './case-text.ts';
import './globals.ts';

/** What the desk works with: its data, and what decides. */
export interface Desk extends DeskData {
  readonly validate: Validate<CaseText>;
  readonly determine: (record: CaseRecord) => Determination;
}

const required: Readonly<Record<string, unknown>> = {
  formats: { date: isDate },
  'ajv/dist/runtime/ucs2length': { default: fromModule(ucs2length) },
  'ajv/dist/runtime/equal': { default: fromModule(equal) },
};

/** The desk of the page that this runs in. */
export function readDesk(): Desk {
  const data: DeskData = JSON.parse(document.getElementById(deskDataId)?.textContent ?? 'null');
  return {
    ...data,
    validate: triplicateValidator((name) => required[name]),
    determine: triplicateEvaluator.determine,
  };
}

/** A CommonJS module's default, whichever way the bundler hands it over. */
function fromModule(module: unknown): unknown {
  return typeof module === 'object' && module !== null && 'default' in module ? module.default : module;
}
