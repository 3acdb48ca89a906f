import { asFault, compile } from './expression.ts';
import { refusedFunctions } from './functions.ts';

/** The members of $states that exist where an expression stands: AWS checks them when a machine is created. */
export type Sight = readonly ('input' | 'context' | 'result' | 'errorOutput')[];

type Node = Readonly<Record<string, unknown>>;

/**
 * Every reason why `expression` cannot run at its place: its syntax, a function that Step Functions does not
 * have, $states.x where there is none. A variable that nothing assigns fails when it is read, as on AWS.
 */
export function checkExpression(expression: string, sight: Sight): string[] {
  let tree: unknown;
  try {
    tree = compile(expression).ast();
  } catch (thrown) {
    const { code, message } = asFault(thrown);
    return [`JSONata '${expression}': ${code}: ${message}`];
  }
  const problems = new Set<string>();
  visit(tree, (node) => {
    const name = node.type === 'variable' ? node.value : undefined;
    if (typeof name === 'string' && refusedFunctions.includes(name))
      problems.add(`JSONata '${expression}': function $${name} is not supported`);
    const member = stateMember(node);
    if (member !== undefined && !sight.some((known) => known === member))
      problems.add(`JSONata '${expression}': $states.${member} does not exist here`);
  });
  return [...problems];
}

/** The `x` of a path that begins `$states.x`. */
function stateMember(node: Node): string | undefined {
  if (node.type !== 'path' || !Array.isArray(node.steps)) return undefined;
  const [first, second]: unknown[] = node.steps;
  if (!isNode(first) || first.type !== 'variable' || first.value !== 'states') return undefined;
  return isNode(second) && second.type === 'name' && typeof second.value === 'string'
    ? second.value
    : undefined;
}

function visit(value: unknown, see: (node: Node) => void): void {
  if (Array.isArray(value)) for (const item of value) visit(item, see);
  else if (isNode(value)) {
    see(value);
    for (const part of Object.values(value)) visit(part, see);
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof RegExp);
}
