import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'astro/zod';
import { parse } from 'yaml';
import { type Erratum, erratum } from '../schemas/erratum.ts';
import { type ChapterSessions, chapterSessions, type Recording, recording } from '../schemas/session.ts';
import { source } from '../schemas/source.ts';
import { type Term, term } from '../schemas/term.ts';
import type { Problem } from '../site/error.ts';

// Messages of the schemas go to authors, who read Japanese.
z.config(z.locales.ja());

const glossary = 'src/data/glossary.yaml';

/** The data files beside the chapters, read and validated. What could not be read is in `problems`. */
export interface SiteData {
  sessions: Map<string, ChapterSessions>;
  recordings: Map<string, Recording>;
  errata: Map<string, Erratum>;
  sources: string[];
  terms: Map<string, Term>;
}

/** Reads sessions, recordings, errata, sources and terms; every fault names its file and field. */
export function readData(root: string, problems: Problem[]): SiteData {
  return {
    sessions: readFolder(root, 'src/content/sessions', '.yaml', chapterSessions, problems),
    recordings: readFolder(root, 'src/content/recordings', '.json', recording, problems),
    errata: readFolder(root, 'src/content/errata', '.yaml', erratum, problems),
    sources: [...readList(root, 'src/data/sources.yaml', source, problems).keys()],
    terms: existsSync(join(root, glossary)) ? readList(root, glossary, term, problems) : new Map(),
  };
}

function readFolder<S extends z.ZodType>(
  root: string,
  folder: string,
  extension: string,
  schema: S,
  problems: Problem[],
) {
  const entries = new Map<string, z.output<S>>();
  if (!existsSync(join(root, folder))) return entries;
  for (const name of readdirSync(join(root, folder)).sort()) {
    if (!name.endsWith(extension)) continue;
    const value = readFile(root, `${folder}/${name}`, schema, problems);
    if (value !== undefined) entries.set(name.slice(0, -extension.length), value);
  }
  return entries;
}

/** A file of things by id. */
function readList<S extends z.ZodType>(
  root: string,
  file: string,
  schema: S,
  problems: Problem[],
): Map<string, z.output<S>> {
  const all = parseText(root, file, problems);
  const entries = new Map<string, z.output<S>>();
  if (typeof all !== 'object' || all === null) return entries;
  for (const [id, item] of Object.entries(all)) {
    const value = report(file, schema.safeParse(item), problems, id);
    if (value !== undefined) entries.set(id, value);
  }
  return entries;
}

/** One data file, read and validated; undefined, and problems, when it cannot be used. */
export function readFile<S extends z.ZodType>(
  root: string,
  file: string,
  schema: S,
  problems: Problem[],
): z.output<S> | undefined {
  const value = parseText(root, file, problems);
  return value === undefined ? undefined : report(file, schema.safeParse(value), problems);
}

function report<T>(
  file: string,
  result: z.ZodSafeParseResult<T>,
  problems: Problem[],
  prefix = '',
): T | undefined {
  for (const issue of result.error?.issues ?? []) {
    const path = [prefix, ...issue.path.map(String)].filter(Boolean).join('.');
    problems.push({
      where: path ? `${file} (${path})` : file,
      what: issue.message,
      why: 'このファイルの形は src/schemas/ で決まっています。',
      fix: 'その項目の説明に合わせて直してください。',
    });
  }
  return result.data;
}

/** YAML is read strictly (two equal keys are an error); JSON is YAML. */
function parseText(root: string, file: string, problems: Problem[]): unknown {
  try {
    return parse(readFileSync(join(root, file), 'utf8'));
  } catch (error) {
    const { linePos, message } = error as { linePos?: [{ line: number; col: number }]; message: string };
    problems.push({
      where: linePos ? `${file}:${linePos[0].line}:${linePos[0].col}` : file,
      what: `読めません: ${message.split('\n')[0]}`,
      why: 'データが読めないと、ページを作れません。',
      fix: 'YAML（JSON）の書き方を直してください。',
    });
    return undefined;
  }
}
