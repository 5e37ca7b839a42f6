import * as language from 'triplicate';
import { ageAtLeast, allOf, indication, policy as declare, paragraph, type OneOf } from 'triplicate';
import * as drugs from 'triplicate/vocabulary';
import { multipleSclerosis, sharedVocabulary as words } from 'triplicate/vocabulary';
import { prescriber, type Numbered } from './parts/prescriber.ts';
import { again, neurologistToo } from './parts/index.ts';

/** Types are skipped. */
export type Ages = { readonly full: number };
interface Unused extends Ages {
  readonly more?: Numbered;
}
export type { Unused };

const ages = { full: 17, more: { old: 65 } } as const satisfies Ages & { readonly more: object };
const shared = { prescriber, again };
const titles = ['One', `two`] as const;
const text = 'a quote " and \' and `, ${x}, */, </script>, | and a Greek β, a 漢字 and an 𝒳';

export const everyForm = declare({
  number: 'GOOD1',
  title: text,
  effective: '2024-03-01',
  product: drugs.lemtrada,
  vocabulary: words,
  related: [...titles, 'three'],
  overview: [paragraph(text)],
  medicalNecessity: indication(
    multipleSclerosis,
    language.allOf({
      ...shared,
      age: ageAtLeast(ages.full),
      old: language.not(ageAtLeast(ages.more.old)),
      both: language.bothOf({ one: neurologistToo, two: language.oneOf({ one: prescriber }) }),
    }),
  ),
});

export { titles };
export const unusedGroup = allOf({ prescriber });
export type { OneOf };
