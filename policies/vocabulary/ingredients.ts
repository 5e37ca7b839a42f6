import { ingredient } from 'triplicate';

/** Active ingredients. RxNorm's concept is given nowhere yet: none could be verified from here. */
export const alemtuzumab = ingredient({ id: 'alemtuzumab', name: 'alemtuzumab' });
export const cladribine = ingredient({ id: 'cladribine', name: 'cladribine' });
export const dalfampridine = ingredient({ id: 'dalfampridine', name: 'dalfampridine' });
export const dimethylFumarate = ingredient({
  id: 'dimethyl-fumarate',
  name: 'dimethyl fumarate',
  genericFor: 'Tecfidera',
});
export const diroximelFumarate = ingredient({
  id: 'diroximel-fumarate',
  name: 'diroximel fumarate',
  similarTo: [dimethylFumarate],
});
export const fingolimod = ingredient({ id: 'fingolimod', name: 'fingolimod', genericFor: 'Gilenya' });
export const glatiramerAcetate = ingredient({ id: 'glatiramer-acetate', name: 'glatiramer acetate' });
export const interferonBeta1a = ingredient({ id: 'interferon-beta-1a', name: 'interferon beta-1a' });
export const interferonBeta1b = ingredient({ id: 'interferon-beta-1b', name: 'interferon beta-1b' });
export const monomethylFumarate = ingredient({
  id: 'monomethyl-fumarate',
  name: 'monomethyl fumarate',
  similarTo: [dimethylFumarate, diroximelFumarate],
});
export const natalizumab = ingredient({ id: 'natalizumab', name: 'natalizumab' });
export const ocrelizumab = ingredient({ id: 'ocrelizumab', name: 'ocrelizumab' });
export const ofatumumab = ingredient({ id: 'ofatumumab', name: 'ofatumumab' });
export const ozanimod = ingredient({ id: 'ozanimod', name: 'ozanimod' });
export const peginterferonBeta1a = ingredient({
  id: 'peginterferon-beta-1a',
  name: 'peginterferon beta-1a',
  similarTo: [interferonBeta1a],
});
export const ponesimod = ingredient({ id: 'ponesimod', name: 'ponesimod' });
export const siponimod = ingredient({ id: 'siponimod', name: 'siponimod' });
export const teriflunomide = ingredient({ id: 'teriflunomide', name: 'teriflunomide' });
export const ublituximab = ingredient({ id: 'ublituximab', name: 'ublituximab' });
