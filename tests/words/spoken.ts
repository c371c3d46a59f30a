import ts from 'typescript';

/** Where a text that people read stands in the code instead of the catalogue. */
export interface Spoken {
  readonly line: number;
  readonly text: string;
}

const ATTRIBUTES = new Set(['class', 'className', 'id', 'style', 'd', 'href', 'type', 'role', 'name', 'for', 'htmlFor', 'viewBox', 'transform', 'points', 'fill', 'stroke', 'rel', 'target', 'autocomplete', 'inputmode', 'key', 'data-station', 'icon', 'kind', 'tone', 'variant']); // prettier-ignore
const KEYS = new Set(['Escape', 'Enter', 'Tab', 'Home', 'End', 'Backspace', 'Delete', 'Space', 'Control', 'Meta', 'Shift', 'Alt', 'PageUp', 'PageDown', 'ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight']); // prettier-ignore

const COMPARES = new Set([ts.SyntaxKind.EqualsEqualsEqualsToken, ts.SyntaxKind.ExclamationEqualsEqualsToken]);

/** Calls of a schema whose words an author of a scenario file reads, when the file is wrong. */
const SCHEMA = new Set(['regex', 'refine', 'superRefine']);

/** Two words in a row, or one that begins a sentence. */
const reads = (text: string): boolean =>
  (/\p{L}{2,}[,;:.]? \p{L}+/u.test(text) || /^\s*\p{Lu}\p{Ll}+[.:!?]?\s*$/u.test(text)) && !KEYS.has(text.trim());

/**
 * Whether a text is for the machine or speaks for it: a class, an address of a module, a key, a stream of chance, the id and the group of a command, an
 * error that only a developer meets, what authors of scenario files are told, and the help of a series as its exporter writes it.
 */
function technical(node: ts.Node): boolean {
  for (let at: ts.Node | undefined = node.parent, child: ts.Node = node; at !== undefined; child = at, at = at.parent) {
    if (ts.isImportDeclaration(at) || ts.isExportDeclaration(at) || ts.isLiteralTypeNode(at) || ts.isThrowStatement(at)) return true;
    if (ts.isJsxAttribute(at)) return ATTRIBUTES.has(at.name.getText());
    if (ts.isCallExpression(at) && at.expression.getText() === 'command') return at.arguments.indexOf(child as ts.Expression) < 2;
    if (
      ts.isCallExpression(at) &&
      /(querySelector(All)?|closest|matches|classList\.\w+|matchMedia|import|drawKey|keyedDraw)$/.test(at.expression.getText())
    )
      return true;
    if (ts.isNewExpression(at) && at.expression.getText() === 'Error') return true;
    if (ts.isCallExpression(at) && ts.isPropertyAccessExpression(at.expression) && SCHEMA.has(at.expression.name.text)) return true;
    if (ts.isPropertyAssignment(at) && (at.name === child || at.name.getText() === 'prometheus')) return true;
    if (ts.isVariableDeclaration(at) && at.name.getText() === 'faultInputs') return true;
    if (child === node && (ts.isCaseClause(at) || (ts.isBinaryExpression(at) && COMPARES.has(at.operatorToken.kind)))) return true;
    if ((ts.isVariableDeclaration(at) || ts.isPropertyAssignment(at)) && /^(class|className|style|font|selector)$/i.test(at.name.getText()))
      return child !== at.name;
    if (ts.isStatement(at) && !ts.isVariableStatement(at)) return false;
  }
  return false;
}

/** Texts in a module that people read. @param code TypeScript, with or without JSX */
export function spokenIn(code: string, file: string): readonly Spoken[] {
  const source = ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true, file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS);
  const found: Spoken[] = [];
  const note = (node: ts.Node, text: string): void => {
    found.push({ line: source.getLineAndCharacterOfPosition(node.getStart()).line + 1, text: text.trim().slice(0, 80) });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node)) {
      if (/\p{L}{2,}/u.test(node.text)) note(node, node.text);
    } else if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) {
      if (reads(node.text) && !technical(node)) note(node, node.text);
    } else if (ts.isTemplateExpression(node)) {
      const text = [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('…');
      if (/\p{L}{2,}/u.test(text) && reads(text.replaceAll('…', 'x')) && !technical(node)) note(node, text);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}
