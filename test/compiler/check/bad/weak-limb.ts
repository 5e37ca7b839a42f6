// expects TRI411
import {
  ageAtLeast,
  agentList,
  allOf,
  bothOf,
  documented,
  eitherOf,
  failureContraindicationOrIntolerance,
  indication,
  oneOther,
  policy,
} from 'triplicate';
import {
  avonex,
  dimethylFumarate,
  fingolimod,
  lemtrada,
  multipleSclerosis,
  rebif,
  sharedVocabulary,
  tysabri,
} from 'triplicate/vocabulary';

const agents = agentList({
  name: 'agent for multiple sclerosis',
  products: [avonex, rebif, tysabri],
  open: false,
});
export const example = policy({
  number: 'BAD441',
  title: 'Example',
  effective: '2024-03-01',
  product: lemtrada,
  vocabulary: sharedVocabulary,
  medicalNecessity: indication(
    multipleSclerosis,
    allOf({
      age: ageAtLeast(17),
      way: documented(
        failureContraindicationOrIntolerance(
          bothOf({ first: eitherOf({ dimethylFumarate, fingolimod }), other: oneOther(agents) }),
        ),
      ),
    }),
  ),
});
