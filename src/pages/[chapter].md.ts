import type { APIRoute, GetStaticPaths } from 'astro';
import { knownAddress } from '../site/address.ts';
import { type BookChapter, getBook } from '../site/book.ts';
import { href } from '../site/url.ts';
import { chapterMarkdown } from '../twin/chapter.ts';
import { loadLibrary } from '../twin/library.ts';

export const getStaticPaths = (async () => {
  const chapters = (await getBook()).flatMap(part => part.chapters);
  const written = new Set(chapters.map(({ slug }) => slug));
  return chapters.map(chapter => ({ params: { chapter: chapter.slug }, props: { chapter, written } }));
}) satisfies GetStaticPaths;

/** The Markdown twin of a chapter: for readers who keep notes, and for programs. */
export const GET: APIRoute<{ chapter: BookChapter; written: Set<string> }> = async ({ props }) => {
  const address = (path: string) => knownAddress(path) ?? href(path);
  const text = chapterMarkdown(props.chapter, await loadLibrary(), address, props.written);
  return new Response(text, { headers: { 'content-type': 'text/markdown; charset=utf-8' } });
};
