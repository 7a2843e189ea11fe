import { CST, Lexer, LineCounter, Parser } from 'yaml';
import type { Draft } from '../draft.ts';
import { composeDocument, readDocumentEnd } from './compose.ts';
import type { ComposedDocument, SyntaxFault } from './composed.ts';
import { convertDocument } from './convert.ts';
import { checkCharacters, exceeds, findTemplate, passedLimit, problem } from './guard.ts';
import { buildLimits, type Limits } from './limits.ts';
import type { Node } from './tree.ts';

export interface ParsedDocument {
  /** Counts the documents of the text that are not empty, from 0. */
  index: number;
  root: Node;
}

export interface Parsed {
  documents: ParsedDocument[];
  problems: Draft[];
  lines: LineCounter;
  /** The text without byte order marks: what offsets refer to. */
  text: string;
}

/** Findings of one kind that tell a reader something; the rest of a broken document only repeats them. */
const maxSyntaxErrors = { document: 2, text: 6 };

/**
 * Reads YAML (or JSON) as kubectl does, with a position for every node. Nothing is thrown, and time and memory are
 * bounded by `limits`: tokens are counted while they are read, and nesting is checked before anything recurses.
 */
export function parseText(input: string, limits: Limits = buildLimits): Parsed {
  // kubectl takes a byte order mark at the start of every document; nobody means anything by one at a line's start.
  const text = input.includes('\uFEFF') ? input.replace(/^\uFEFF/gm, '') : input;
  const lines = new LineCounter();
  const parsed: Parsed = { documents: [], problems: [], lines, text };
  addLines(text, lines);
  const early = exceeds(text, limits) ?? checkCharacters(text);
  if (early) {
    parsed.problems.push(early);
    return parsed;
  }
  const state = { parsed, limits, nodes: limits.nodes, syntaxErrors: 0, index: 0 };
  try {
    for (const document of readDocuments(text, state)) {
      addDocument(state, document);
      if (state.syntaxErrors >= maxSyntaxErrors.text) break;
    }
  } catch (error) {
    // The only throw left is the engine's stack, should a new kind of nesting get past the depth check.
    if (!(error instanceof RangeError)) throw error;
    addProblem(state, problem('yaml/limit', 'depth', { limit: limits.depth }, 0, 1));
  }
  return finish(state);
}

interface State {
  parsed: Parsed;
  limits: Limits;
  /** Nodes left. */
  nodes: number;
  syntaxErrors: number;
  index: number;
}

/** Line starts are needed even when the text is refused before it is read. */
function addLines(text: string, lines: LineCounter): void {
  lines.addNewLine(0);
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines.addNewLine(at + 1);
}

/** Lexemes of the lexer that stand for no character. */
const marks: readonly string[] = [CST.DOCUMENT, CST.FLOW_END, CST.SCALAR];

/** Yields whole documents of the concrete syntax tree, and ends early where kubectl would, or where a limit is passed. */
function* readTokens(text: string, state: State): Generator<CST.Token> {
  const { limits } = state;
  const parser = new Parser();
  let lexemes = 0;
  let offset = 0;
  for (const lexeme of new Lexer().lex(text)) {
    // A node takes at most some ten lexemes: indicator, space, anchor, tag, key, colon, value, comment, newline.
    const passed =
      ++lexemes > limits.nodes * 10 ? 'nodes' : parser.stack.length > limits.depth * 2 ? 'depth' : undefined;
    if (passed) {
      addProblem(state, problem('yaml/limit', passed, { limit: limits[passed] }, offset, offset + 1));
      return;
    }
    for (const token of parser.next(lexeme)) {
      if (refuseToken(token, state)) return;
      yield token;
    }
    if (!marks.includes(lexeme)) offset += lexeme.length;
  }
  for (const token of parser.end()) {
    if (refuseToken(token, state)) return;
    yield token;
  }
}

/** Ends the reading at what must not be composed: broken tokens outside documents, directives, too deep a nesting. */
function refuseToken(token: CST.Token, state: State): boolean {
  const span = [token.offset, token.offset + 1] as const;
  if (token.type === 'error') {
    addProblem(
      state,
      problem('yaml/syntax', 'syntax', { code: 'UNEXPECTED_TOKEN', reason: token.message }, ...span),
    );
    return true;
  }
  if (token.type === 'directive') {
    addProblem(state, problem('yaml/syntax', 'directive', {}, ...span));
    return true;
  }
  const passed = token.type === 'document' ? passedLimit(token, state.limits) : undefined;
  if (passed) addProblem(state, problem('yaml/limit', passed, { limit: state.limits[passed] }, ...span));
  return passed !== undefined;
}

function addProblem(state: State, draft: Draft): void {
  state.parsed.problems.push({ ...draft, document: state.index });
}

/** Composes documents as their tokens come; a document ends where the next one starts. */
function* readDocuments(text: string, state: State): Generator<ComposedDocument> {
  let open: ComposedDocument | undefined;
  const ahead: SyntaxFault[] = [];
  for (const token of readTokens(text, state)) {
    if (token.type === 'document') {
      if (open) yield open;
      open = composeDocument(token, ahead.splice(0));
    } else if (token.type === 'doc-end') {
      if (open) readDocumentEnd(token, open.faults);
      else {
        const { offset, source } = token;
        const reason = 'Unexpected doc-end without preceding document';
        ahead.push({ start: offset, end: offset + source.length, code: 'UNEXPECTED_TOKEN', reason });
      }
    }
  }
  if (open) yield open;
}

function addDocument(state: State, document: ComposedDocument): void {
  const { parsed, limits } = state;
  const { faults, offset } = document;
  for (const { code, reason, start, end } of faults.slice(0, maxSyntaxErrors.document))
    addProblem(state, problem('yaml/syntax', 'syntax', { code, reason }, start, end));
  state.syntaxErrors += faults.length;
  if (faults.length > 0) {
    state.index += 1;
    return;
  }
  if (state.index >= limits.documents) {
    if (state.index === limits.documents) {
      addProblem(state, problem('yaml/limit', 'documents', { limit: limits.documents }, offset, offset + 1));
    }
    state.index += 1;
    return;
  }
  const converted = convertDocument(document, { ...limits, nodes: state.nodes }, parsed.lines);
  state.nodes = converted.nodesLeft;
  for (const draft of converted.problems) addProblem(state, draft);
  if (converted.root.kind !== 'null' || converted.problems.length > 0) {
    if (!converted.broken) parsed.documents.push({ index: state.index, root: converted.root });
    state.index += 1;
  }
}

/** A template is one finding: the syntax errors that its braces cause would only puzzle. */
function finish({ parsed }: State): Parsed {
  const broken = parsed.problems.some(({ rule }) => rule === 'yaml/syntax' || rule === 'yaml/key-not-scalar');
  const template = broken ? findTemplate(parsed.text) : undefined;
  if (template === undefined) return parsed;
  return {
    ...parsed,
    documents: [],
    problems: [problem('yaml/template', 'template', {}, template, template + 2)],
  };
}
