import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const spoken = new Set(['aria-label', 'aria-description', 'title', 'placeholder', 'label', 'alt', 'hint', 'intro', 'description']);
const letters = /\p{L}{2}/u;

/** Words that are written where they are shown, instead of in the catalogues. */
function bareTextIn(path: string, code: string): string[] {
  const file = ts.createSourceFile(path, code, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: string[] = [];
  const note = (node: ts.Node, text: string) => {
    if (letters.test(text)) {
      found.push(`${path}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1} ${text.trim()}`);
    }
  };
  const look = (node: ts.Node) => {
    if (ts.isJsxText(node)) {
      note(node, node.text);
    } else if (ts.isJsxExpression(node) && node.expression && ts.isStringLiteralLike(node.expression) && !ts.isJsxAttribute(node.parent)) {
      note(node, node.expression.text);
    } else if (ts.isJsxAttribute(node) && spoken.has(node.name.getText()) && node.initializer && ts.isStringLiteral(node.initializer)) {
      note(node, node.initializer.text);
    }
    ts.forEachChild(node, look);
  };
  look(file);
  return found;
}

describe('What is shown', () => {
  it('is found when it is not from the catalogue', () => {
    const code = `const A = () => <p title="A tip" data-x="no">Hello <b>{'there'}</b> {t('x')} · 5</p>;`;

    expect(bareTextIn('a.tsx', code)).toEqual(['a.tsx:1 A tip', 'a.tsx:1 Hello', "a.tsx:1 there"]);
  });

  it('comes from the catalogues, so that every language has it', () => {
    const root = new URL('../', import.meta.url).pathname;
    const parts = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.tsx'));
    const found = parts.flatMap((path) => bareTextIn(path, readFileSync(root + path, 'utf8')));

    expect(found).toEqual([]);
  }, 60_000); // it reads every part there is
});
