import {
  Node,
  type FunctionDeclaration,
  type InterfaceDeclaration,
  type PropertySignature,
  type TypeAliasDeclaration,
  type TypeNode,
} from 'ts-morph';
import { declarationOf, describedBy, oneLine } from './declarations.ts';

/** What a name of a type stands for in a signature: a type parameter, what it may be. */
type Bindings = ReadonlyMap<string, string>;

/** A key of an argument that is an object. */
export interface Option {
  readonly name: string;
  readonly isOptional: boolean;
  readonly type: string;
  /** What its docstring says; empty where there is none. */
  readonly meaning: string;
}

/** A signature as a person reads it: without what the types carry for themselves. */
export interface Signature {
  readonly text: string;
  readonly options: readonly Option[];
}

/** The signature of a builder, shortened. */
export function signatureOf(declaration: FunctionDeclaration): Signature {
  const bindings = bindingsOf(declaration);
  const parameters = declaration.getParameters().map((parameter) => {
    const node = parameter.getTypeNode();
    const isOptional = parameter.isOptional() && !parameter.isRestParameter();
    const name = Node.isIdentifier(parameter.getNameNode()) ? parameter.getName() : 'options';
    const options = node === undefined ? [] : optionsOf(node, bindings);
    const type =
      options.length > 0
        ? `{ ${options.map((option) => `${option.name}${option.isOptional ? '?' : ''}`).join(', ')} }`
        : shortened(node, bindings);
    return {
      text: `${parameter.isRestParameter() ? '...' : ''}${name}${isOptional ? '?' : ''}: ${type}`,
      options,
    };
  });
  const returned = declaration.getReturnTypeNode();
  return {
    text: `${declaration.getName() ?? ''}(${parameters.map(({ text }) => text).join(', ')}): ${resultOf(returned, bindings)}`,
    options: parameters.flatMap(({ options }) => options),
  };
}

/** Each type parameter as what it may be. */
function bindingsOf(declaration: FunctionDeclaration): Bindings {
  const bindings = new Map<string, string>();
  for (const parameter of declaration.getTypeParameters()) {
    bindings.set(parameter.getName(), shortened(parameter.getConstraint(), bindings));
  }
  return bindings;
}

/** A result: a criterion is called one, whatever its own type; else the type's name. */
function resultOf(node: TypeNode | undefined, bindings: Bindings): string {
  const declaration = node === undefined ? undefined : declarationOf(node);
  if (declaration !== undefined && Node.isInterfaceDeclaration(declaration) && isCriterion(declaration))
    return 'Criterion';
  if (declaration !== undefined && Node.isTypeAliasDeclaration(declaration)) return declaration.getName();
  return shortened(node, bindings);
}

function isCriterion(declaration: InterfaceDeclaration): boolean {
  return declaration
    .getBaseDeclarations()
    .some(
      (base) => Node.isInterfaceDeclaration(base) && (base.getName() === 'Criterion' || isCriterion(base)),
    );
}

/** What a builder takes where its own types say more than a reader wants to know. */
const plainNames: ReadonlyMap<string, string> = new Map([
  ['Members', '{ [name]: Member }'],
  ['Criteria', '{ [name]: Criterion }'],
  ['Rows', '{ [name]: { when: Criterion, then: Criterion } }'],
  ['ByKey', '{ [name]: Indication }'],
  ['Exclusions', '{ [name]: Exclusion }'],
]);

/** Types that say of another what a reader need not know. */
const wrappers: ReadonlySet<string> = new Set(['NoInfer', 'Readonly', 'Partial', 'Omit']);

const terms: ReadonlyMap<string, string> = new Map([
  ['agent', 'Agent'],
  ['diagnosis', 'DiagnosisTerm'],
  ['event', 'EventChoice'],
  ['criterion', 'Criterion'],
]);

function shortened(node: TypeNode | undefined, bindings: Bindings): string {
  if (node === undefined) return 'unknown';
  if (Node.isTypeOperatorTypeNode(node)) return shortened(node.getTypeNode(), bindings);
  if (Node.isParenthesizedTypeNode(node)) return shortened(node.getTypeNode(), bindings);
  if (Node.isArrayTypeNode(node)) {
    return listed(shortened(node.getElementTypeNode(), bindings));
  }
  if (Node.isTupleTypeNode(node)) {
    const elements = [...new Set(node.getElements().map((element) => shortened(element, bindings)))];
    return elements.length === 1 ? listed(elements[0] ?? '') : `[${elements.join(', ')}]`;
  }
  if (Node.isRestTypeNode(node)) {
    const rest = node.getTypeNode();
    return shortened(Node.isArrayTypeNode(rest) ? rest.getElementTypeNode() : rest, bindings);
  }
  if (Node.isUnionTypeNode(node)) {
    return [...new Set(node.getTypeNodes().map((part) => shortened(part, bindings)))].join(' | ');
  }
  if (Node.isIntersectionTypeNode(node)) return intersection(node.getTypeNodes(), bindings);
  if (Node.isConditionalTypeNode(node)) return shortened(taken(node), bindings);
  if (Node.isTypeLiteral(node)) {
    const parts = node
      .getProperties()
      .map(
        (property) =>
          `${property.getName()}${property.hasQuestionToken() ? '?' : ''}: ${typeOf(property, bindings)}`,
      );
    return `{ ${parts.join(', ')} }`;
  }
  if (Node.isTypeReference(node))
    return reference(node.getTypeName().getText(), node.getTypeArguments(), node, bindings);
  return oneLine(node.getText());
}

function listed(element: string): string {
  return element.includes(' | ') ? `(${element})[]` : `${element}[]`;
}

function intersection(parts: readonly TypeNode[], bindings: Bindings): string {
  const means = parts.flatMap((part) =>
    Node.isTypeLiteral(part) ? [/^\{\s*readonly means: '(\w+)';?\s*\}$/.exec(part.getText())?.[1] ?? ''] : [],
  );
  const term = means.map((name) => terms.get(name)).find((name) => name !== undefined);
  const first = parts.find((part) => part.getText() === 'string') ?? parts[0];
  return term ?? shortened(first, bindings);
}

function reference(name: string, given: readonly TypeNode[], node: TypeNode, bindings: Bindings): string {
  const bound = bindings.get(name) ?? plainNames.get(name);
  if (bound !== undefined) return bound;
  const [first, second] = given;
  if (wrappers.has(name)) return shortened(first, bindings);
  if (name === 'Record') return `{ [name]: ${shortened(second, bindings)} }`;
  if (name === 'Quantity') {
    const unit = shortened(first, bindings);
    return unit === 'string' || first === undefined ? 'Quantity' : `Quantity<${unit}>`;
  }
  if (name === 'QuantityIn') return `Quantity<${shortened(first, bindings)}>`;
  if (name === 'LengthIn') return "Quantity<'days' | 'months'>";
  const declaration = declarationOf(node);
  if (declaration === undefined || Node.isInterfaceDeclaration(declaration)) return name;
  const aliased = declaration.getTypeNode();
  if (aliased === undefined) return name;
  // A conditional type is a refusal for what does not fit: what fits is what is asked for.
  if (Node.isConditionalTypeNode(aliased))
    return shortened(taken(aliased), inside(declaration, given, bindings));
  return Node.isUnionTypeNode(aliased) ? shortened(aliased, inside(declaration, given, bindings)) : name;
}

function inside(
  declaration: InterfaceDeclaration | TypeAliasDeclaration,
  given: readonly TypeNode[],
  bindings: Bindings,
): Bindings {
  return new Map([
    // A type within itself is known by its name.
    ...[...bindings].filter(([name, text]) => name === text),
    [declaration.getName(), declaration.getName()],
    ...declaration
      .getTypeParameters()
      .map((parameter, index) => [parameter.getName(), shortened(given[index], bindings)] as const),
  ]);
}

/** The branch of a conditional type that is no refusal. */
function taken(node: TypeNode): TypeNode {
  if (!Node.isConditionalTypeNode(node)) return node;
  const whenTrue = taken(node.getTrueType());
  return isRefusal(whenTrue) ? taken(node.getFalseType()) : whenTrue;
}

function isRefusal(node: TypeNode): boolean {
  return Node.isTypeReference(node) && node.getTypeName().getText() === 'Refusal';
}

/** The keys of an argument that is an object of options; none for what another builder makes. */
function optionsOf(node: TypeNode, bindings: Bindings): readonly Option[] {
  const found = new Map<string, Option>();
  const properties = propertiesOf(node, bindings);
  if (properties.some(({ property }) => property.getName() === 'kind')) return [];
  for (const { property, known } of properties) {
    const option = {
      name: property.getName(),
      isOptional: property.hasQuestionToken(),
      type: typeOf(property, known),
      meaning: describedBy(property),
    };
    const before = found.get(option.name);
    // Of several forms the one that is described says most; a key that one of them leaves out may be left out.
    const isOptional = option.isOptional || before?.isOptional === true;
    const told = before === undefined || before.meaning === '' ? option : before;
    found.set(option.name, { ...told, isOptional });
  }
  return [...found.values()];
}

interface Found {
  readonly property: PropertySignature;
  readonly known: Bindings;
}

function propertiesOf(node: TypeNode, bindings: Bindings): readonly Found[] {
  if (Node.isTypeLiteral(node))
    return node.getProperties().map((property) => ({ property, known: bindings }));
  if (Node.isIntersectionTypeNode(node))
    return node.getTypeNodes().flatMap((part) => propertiesOf(part, bindings));
  if (Node.isConditionalTypeNode(node)) {
    return [node.getTrueType(), node.getFalseType()]
      .flatMap((part) => propertiesOf(part, bindings))
      .filter(({ property }) => {
        const type = property.getTypeNode();
        return type === undefined || !isRefusal(type);
      });
  }
  if (Node.isTypeReference(node) || Node.isExpressionWithTypeArguments(node)) {
    const declaration = declarationOf(node);
    if (declaration === undefined || isRefusal(node)) return [];
    const known = inside(declaration, node.getTypeArguments(), bindings);
    if (Node.isInterfaceDeclaration(declaration)) {
      return [
        ...declaration.getExtends().flatMap((base) => propertiesOf(base, known)),
        ...declaration.getProperties().map((property) => ({ property, known })),
      ];
    }
    const aliased = declaration.getTypeNode();
    return aliased === undefined ? [] : propertiesOf(aliased, known);
  }
  return [];
}

function typeOf(property: PropertySignature, bindings: Bindings): string {
  return shortened(property.getTypeNode(), bindings);
}
