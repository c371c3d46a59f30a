import ts from 'typescript';

/** What one place of a source may be replaced with, and by which rule. */
export interface Replacement {
  readonly rule: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const K = ts.SyntaxKind;

/** Another operator in an operator's place: the neighbour of a bound, the opposite, or the one that is easily mistaken for it. */
const OPERATORS: Readonly<Partial<Record<ts.SyntaxKind, readonly string[]>>> = {
  [K.PlusToken]: ['-'],
  [K.MinusToken]: ['+'],
  [K.AsteriskToken]: ['/'],
  [K.SlashToken]: ['*'],
  [K.PercentToken]: ['*'],
  [K.LessThanToken]: ['<=', '>='],
  [K.LessThanEqualsToken]: ['<', '>'],
  [K.GreaterThanToken]: ['>=', '<='],
  [K.GreaterThanEqualsToken]: ['>', '<'],
  [K.EqualsEqualsEqualsToken]: ['!=='],
  [K.ExclamationEqualsEqualsToken]: ['==='],
  [K.AmpersandAmpersandToken]: ['||'],
  [K.BarBarToken]: ['&&'],
  [K.AmpersandToken]: ['|'],
  [K.BarToken]: ['&'],
  [K.CaretToken]: ['&'],
  [K.LessThanLessThanToken]: ['>>'],
  [K.GreaterThanGreaterThanToken]: ['<<'],
  [K.GreaterThanGreaterThanGreaterThanToken]: ['<<'],
  [K.PlusEqualsToken]: ['-='],
  [K.MinusEqualsToken]: ['+='],
  [K.AsteriskEqualsToken]: ['/='],
  [K.SlashEqualsToken]: ['*='],
  [K.BarEqualsToken]: ['&='],
  [K.CaretEqualsToken]: ['&='],
  [K.QuestionQuestionEqualsToken]: ['='],
  [K.BarBarEqualsToken]: ['=', '&&='],
};

const OTHER_METHOD: Readonly<Record<string, string>> = {
  some: 'every',
  every: 'some',
  find: 'findLast',
  findLast: 'find',
  min: 'max',
  max: 'min',
  floor: 'ceil',
  ceil: 'floor',
  round: 'floor',
  startsWith: 'endsWith',
  endsWith: 'startsWith',
};
const LEFT_OUT = new Set(['filter', 'slice', 'sort', 'toSorted', 'reverse', 'toReversed']); // `x.filter(f)` → `x`

/** A text for people: what it says is no logic. */
const isMessage = (node: ts.StringLiteralLike): boolean => {
  if (/\s/.test(node.text) || node.text.endsWith('.')) return true;
  const { parent } = node;
  return ts.isNewExpression(parent) || (ts.isTaggedTemplateExpression(parent) && parent.template === node);
};

const isName = ({ parent }: ts.Node, node: ts.Node): boolean =>
  ts.isImportDeclaration(parent) || ts.isExportDeclaration(parent) || ('name' in parent && parent.name === node);

function ofNumber(node: ts.NumericLiteral): string {
  const value = Number(node.text);
  return String(value === 0 || value === 1 ? 1 - value : Number.isInteger(value) ? value + 1 : value * 2);
}

const nothing = (node: ts.Expression | undefined): boolean =>
  node === undefined || node.kind === K.NullKeyword || (ts.isIdentifier(node) && node.text === 'undefined');

type Say = (rule: string, at: ts.Node, ...texts: readonly string[]) => readonly Replacement[];

function ofExpression(node: ts.Node, say: Say): readonly Replacement[] {
  if (ts.isBinaryExpression(node)) {
    const { operatorToken: sign, left, right } = node;
    if (sign.kind === K.QuestionQuestionToken) return say('default', node, `(${left.getText()})`, `(${right.getText()})`);
    return say('operator', sign, ...(OPERATORS[sign.kind] ?? []));
  }
  if (ts.isPrefixUnaryExpression(node)) {
    if (node.operator === K.PlusPlusToken || node.operator === K.MinusMinusToken) return [];
    return say('sign', node, `(${node.operand.getText()})`);
  }
  if (ts.isPostfixUnaryExpression(node))
    return say('step', node, `${node.operand.getText()}${node.operator === K.PlusPlusToken ? '--' : '++'}`);
  if (ts.isConditionalExpression(node)) return say('condition', node.condition, 'true', 'false');
  if (ts.isArrayLiteralExpression(node)) {
    const { parent } = node;
    const assigned = ts.isBinaryExpression(parent) && parent.left === node && parent.operatorToken.kind === K.EqualsToken;
    return node.elements.length === 0 || assigned ? [] : say('list', node, '[]');
  }
  if (ts.isArrowFunction(node) && !ts.isBlock(node.body) && !nothing(node.body)) return say('result', node.body, 'undefined');
  return [];
}

function ofLiteral(node: ts.Node, say: Say): readonly Replacement[] {
  if (node.kind === K.TrueKeyword) return say('boolean', node, 'false');
  if (node.kind === K.FalseKeyword) return say('boolean', node, 'true');
  if (ts.isNumericLiteral(node)) return isName(node, node) ? [] : say('number', node, ofNumber(node));
  if (ts.isStringLiteral(node) && !isName(node, node) && !isMessage(node)) return say('text', node, node.text === '' ? "'x'" : "''");
  return [];
}

function ofChain(node: ts.Node, say: Say): readonly Replacement[] {
  const found: Replacement[] = [];
  if ((ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node) || ts.isCallExpression(node)) && node.questionDotToken)
    found.push(...say('chain', node.questionDotToken, ts.isPropertyAccessExpression(node) ? '.' : ''));
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return found;
  const { name, expression } = node.expression;
  const other = Object.hasOwn(OTHER_METHOD, name.text) ? OTHER_METHOD[name.text] : undefined;
  if (other !== undefined) found.push(...say('method', name, other));
  if (LEFT_OUT.has(name.text)) found.push(...say('method', node, expression.getText()));
  if (name.text === 'abs') found.push(...say('method', node, `(${node.arguments[0]?.getText()})`));
  return found;
}

function ofStatement(node: ts.Node, say: Say): readonly Replacement[] {
  if (ts.isIfStatement(node)) return say('condition', node.expression, 'true', 'false');
  if (ts.isWhileStatement(node)) return say('condition', node.expression, 'false');
  if (ts.isForStatement(node) && node.condition !== undefined) return say('condition', node.condition, 'false');
  if (ts.isReturnStatement(node) && !nothing(node.expression)) return say('result', node.expression!, 'undefined');
  if (ts.isExpressionStatement(node) || ts.isThrowStatement(node) || ts.isBreakOrContinueStatement(node))
    return say('statement', node, ';');
  return [];
}

/** What may stand in place of a node itself; of those below it nothing is said. */
export function replacementsOf(node: ts.Node): readonly Replacement[] {
  const say: Say = (rule, at, ...texts) => texts.map((text) => ({ rule, start: at.getStart(), end: at.getEnd(), text }));
  return [...ofExpression(node, say), ...ofLiteral(node, say), ...ofChain(node, say), ...ofStatement(node, say)];
}

/** Whether a node and all below it is gone when the program runs. */
export const isTypeOnly = (node: ts.Node): boolean =>
  ts.isTypeNode(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node) || ts.isImportDeclaration(node);
