import { expectTypeOf, test } from 'vitest';
import type { FactsFrom } from '../../dsl/facts.ts';
import type { CaseRecord } from '../../dsl/kernel/case.ts';
import type { FactsOf } from '../../dsl/index.ts';
import type { Facts as HomeOxygen } from '../../generated/aetna-home-oxygen/evaluator.ts';
import type { Facts as Pap } from '../../generated/medstar-pap/evaluator.ts';
import type { Facts as Xolair } from '../../generated/uhc-xolair-2024/evaluator.ts';
import type { Facts as Glp1 } from '../../generated/westernhealth-glp1/evaluator.ts';
import type { Facts as Zolgensma } from '../../generated/westernhealth-zolgensma/evaluator.ts';
import type * as homeOxygen from '../../policies/aetna-home-oxygen/policy.ts';
import type * as pap from '../../policies/medstar-pap/policy.ts';
import type * as xolair from '../../policies/uhc-xolair-2024/policy.ts';
import type * as glp1 from '../../policies/westernhealth-glp1/policy.ts';
import type * as zolgensma from '../../policies/westernhealth-zolgensma/policy.ts';

type Only<Module> = FactsOf<Module[keyof Module]>;

test('each key of the facts brings its part of the case', () => {
  type All = FactsFrom<
    'events.hba1c' | 'dates.order' | 'attributes.approach' | 'commitments.with-methotrexate' | 'drugs'
  >;
  expectTypeOf<All['events']>().toEqualTypeOf<CaseRecord['events']>();
  expectTypeOf<All['complete']>().toEqualTypeOf<CaseRecord['complete']>();
  expectTypeOf<All['dates']>().toEqualTypeOf<{ readonly order?: string } | undefined>();
  expectTypeOf<All['attributes']>().toEqualTypeOf<{ readonly approach?: string } | undefined>();
  expectTypeOf<All['commitments']>().toEqualTypeOf<{ readonly 'with-methotrexate'?: boolean } | undefined>();
  expectTypeOf<All['drugs']>().toEqualTypeOf<CaseRecord['drugs']>();
  expectTypeOf<keyof FactsFrom<'dates.order'>>().toEqualTypeOf<'request' | 'dates'>();
  expectTypeOf<keyof FactsFrom<never>>().toEqualTypeOf<'request'>();
});

test("the generated evaluators' facts are their policies'", () => {
  expectTypeOf<HomeOxygen>().toEqualTypeOf<Only<typeof homeOxygen>>();
  expectTypeOf<Pap>().toEqualTypeOf<Only<typeof pap>>();
  expectTypeOf<Xolair>().toEqualTypeOf<Only<typeof xolair>>();
  expectTypeOf<Glp1>().toEqualTypeOf<Only<typeof glp1>>();
  expectTypeOf<Zolgensma>().toEqualTypeOf<Only<typeof zolgensma>>();
});
