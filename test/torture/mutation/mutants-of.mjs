import {parseAst} from 'vitest/node';
import {otherPatterns} from './mutate-pattern.mjs';

const COMPARISONS = new Map(
  Object.entries({
    '<': ['<=', '>='],
    '<=': ['<', '>'],
    '>': ['>=', '<='],
    '>=': ['>', '<'],
    '===': ['!=='],
    '!==': ['==='],
  }),
);
const ARITHMETIC = new Map(
  Object.entries({'+': '-', '-': '+', '*': '/', '/': '*', '%': '*', '<<': '>>', '>>': '<<', '&': '|', '|': '&'}),
);
const ASSIGNMENTS = new Map(Object.entries({'+=': '-=', '-=': '+=', '*=': '/=', '|=': '&=', '??=': '&&='}));
const LOGICAL = new Map(Object.entries({'&&': '||', '||': '&&', '??': '&&'}));
const METHODS = new Map(
  Object.entries({
    startsWith: 'endsWith',
    endsWith: 'startsWith',
    some: 'every',
    every: 'some',
    min: 'max',
    max: 'min',
    toLowerCase: 'toUpperCase',
    toUpperCase: 'toLowerCase',
  }),
);
/** Calls that answer something of the kind that they were asked of: left out, the rest still fits together. */
const LEFT_OUT = new Set(['trim', 'filter', 'slice', 'sort', 'toSorted', 'reverse', 'replace', 'replaceAll']);

const isText = (node) => node.type === 'TemplateLiteral' || (node.type === 'Literal' && typeof node.value === 'string');
const isTest = (node) =>
  (node.type === 'BinaryExpression' && COMPARISONS.get(node.operator) !== undefined) ||
  (node.type === 'LogicalExpression' && node.operator !== '??');

/** What each kind of expression could wrongly be; texts that stand in its place. */
const expressionMutants = (node, text, key, parent) => {
  const of = (part) => text(part.start, part.end);
  const others = [];
  const asTest = isTest(node) || (key === 'test' && parent.type !== 'SwitchCase');
  if (asTest) others.push(...(/^(?:For|While|DoWhile)/.test(parent.type) ? ['false'] : ['true', 'false']));
  if (node.type === 'BinaryExpression') {
    for (const sign of COMPARISONS.get(node.operator) ?? []) others.push(`${of(node.left)} ${sign} ${of(node.right)}`);
    const sign = isText(node.left) || isText(node.right) ? undefined : ARITHMETIC.get(node.operator);
    if (sign !== undefined) others.push(`${of(node.left)} ${sign} ${of(node.right)}`);
  } else if (node.type === 'LogicalExpression') {
    others.push(`(${of(node.left)}) ${LOGICAL.get(node.operator)} (${of(node.right)})`);
  } else if (node.type === 'UnaryExpression' && '!-+~'.includes(node.operator)) {
    others.push(of(node.argument));
  } else if (node.type === 'AssignmentExpression' && ASSIGNMENTS.get(node.operator) !== undefined) {
    others.push(`${of(node.left)} ${ASSIGNMENTS.get(node.operator)} ${of(node.right)}`);
  } else if (node.type === 'ArrayExpression') {
    others.push(node.elements.length === 0 ? "['mutated']" : '[]');
  } else if (node.type === 'ObjectExpression' && node.properties.length > 0) {
    others.push('({})');
  } else if (node.type === 'TemplateLiteral') {
    others.push('``');
  } else if (node.type === 'Literal' && typeof node.value === 'boolean') {
    others.push(String(!node.value));
  } else if (node.type === 'Literal' && typeof node.value === 'string') {
    others.push(node.value === '' ? "'mutated'" : "''");
  } else if (node.type === 'Literal' && node.regex !== undefined) {
    const {pattern, flags} = node.regex;
    others.push(...otherPatterns(pattern).map((other) => `/${other}/${flags}`));
    for (const flag of flags) if ('ig'.includes(flag)) others.push(`/${pattern}/${flags.replace(flag, '')}`);
  } else if (node.type === 'CallExpression' && node.callee.type === 'MemberExpression' && !node.callee.computed) {
    const {object, property} = node.callee;
    const other = METHODS.get(property.name);
    if (other !== undefined) others.push(`${of(object)}.${other}${text(property.end, node.end)}`);
    else if (LEFT_OUT.has(property.name)) others.push(of(object));
  }
  return others;
};

/** A program that stands in a text of ours: String.raw`'use strict' …`, for `node -e`. */
const programIn = (node, text) => {
  if (node.type !== 'TaggedTemplateExpression' || text(node.tag.start, node.tag.end) !== 'String.raw') return null;
  const [only, more] = node.quasi.quasis;
  return more === undefined && only.value.raw.includes("'use strict'") ? only.value.raw : null;
};

/** `void error;` says that a name is not needed: it does nothing. */
const doesNothing = (node) =>
  node.type === 'ExpressionStatement' &&
  node.expression.type === 'UnaryExpression' &&
  node.expression.operator === 'void' &&
  node.expression.argument.type === 'Identifier';

const isOutside = (key, value, node) =>
  key === 'typeAnnotation' ||
  key === 'returnType' ||
  key === 'typeParameters' ||
  key === 'typeArguments' ||
  /^TS(?!AsExpression|SatisfiesExpression|NonNullExpression)/.test(value.type) ||
  (key === 'key' && !node.computed) ||
  (key === 'source' && /Import|Export/.test(node.type));

/**
 * Every small fault that can be planted in a source file.
 * @returns a list of {start, end, form, text, line}: form 'expression' puts `text` in place, 'statement' takes it away
 */
export const mutantsOf = (code, language = 'ts') => {
  const found = [];
  const text = (from, to) => code.slice(from, to);
  const lineAt = (at) => code.slice(0, at).split('\n').length;
  const put = (node, form, other) => {
    if (form === 'expression' && other === text(node.start, node.end)) return;
    found.push({start: node.start, end: node.end, form, text: other, line: lineAt(node.start)});
  };
  const visit = (node, key, parent, isInChain) => {
    const program = programIn(node, text);
    if (program !== null) {
      for (const inner of mutantsOf(program, 'js')) put(node, 'expression', JSON.stringify(withMutant(program, inner)));
      return;
    }
    if (doesNothing(node)) return;
    if (node.type === 'ImportDeclaration' || node.type === 'TaggedTemplateExpression') return;
    const isTarget = (key === 'left' && parent.type === 'AssignmentExpression') || parent?.type === 'UpdateExpression';
    if (!isTarget && !isInChain) {
      for (const other of expressionMutants(node, text, key, parent)) put(node, 'expression', other);
    }
    if (
      node.type === 'ArrowFunctionExpression' &&
      node.expression &&
      text(node.body.start, node.body.end) !== 'undefined'
    )
      put(node.body, 'expression', 'undefined');
    if (node.type === 'BlockStatement' && !node.body.every(doesNothing)) put(node, 'block', '{}');
    if (node.type === 'ExpressionStatement' && node.directive == null) put(node, 'statement', ';');
    if (node.type === 'ThrowStatement' || node.type === 'BreakStatement' || node.type === 'ContinueStatement')
      put(node, 'statement', ';');
    const isChainPart = node.type === 'CallExpression' || node.type === 'MemberExpression';
    for (const [name, value] of Object.entries(node)) {
      for (const child of Array.isArray(value) ? value : [value]) {
        if (typeof child?.type !== 'string' || isOutside(name, child, node)) continue;
        if (node.type === 'ExpressionStatement' && node.directive != null) continue;
        const stays = node.type === 'ChainExpression' || (isInChain && isChainPart && /^(?:callee|object)$/.test(name));
        visit(child, name, node, stays || (isInChain && node.type === 'ChainExpression'));
      }
    }
  };
  visit(
    parseAst(code, {lang: language, astType: language, sourceType: language === 'js' ? 'script' : 'module'}),
    'program',
    null,
    false,
  );
  return found;
};

/** The source with one fault in it. */
export const withMutant = (code, mutant) => code.slice(0, mutant.start) + mutant.text + code.slice(mutant.end);

/**
 * The source with all its faults in it, each asleep until `globalThis.__mutation.on(its number)` answers true.
 * @param first the number of the first fault
 */
export const withAllMutants = (code, mutants, first) => {
  const numbered = mutants.map((mutant, index) => ({...mutant, id: first + index}));
  const build = (from, to, left) => {
    let out = '';
    let at = from;
    while (left.length > 0) {
      const [outer] = left.toSorted((a, b) => a.start - b.start || b.end - a.end);
      const {start, end} = outer;
      const same = left.filter((one) => one.start === start && one.end === end);
      const inside = left.filter((one) => one.start >= start && one.end <= end && !same.includes(one));
      out += code.slice(at, start) + around(same, build(start, end, inside));
      at = end;
      left = left.filter((one) => one.start >= end);
    }
    return out + code.slice(at, to);
  };
  return `const __faults = globalThis.__mutation;\n${build(0, code.length, numbered)}`;
};

const around = (mutants, inner) => {
  let out = inner;
  for (const {id, form, text} of mutants) {
    if (form === 'expression') out = `(__faults.on(${id}) ? (${text}) : (${out}))`;
    else out = `{ if (__faults.on(${id})) {} else ${form === 'block' ? out : `{ ${out} }`} }`;
  }
  return out;
};
