import { getCollection } from 'astro:content';
import type { APIRoute, GetStaticPaths } from 'astro';

export const getStaticPaths = (async () =>
  (await getCollection('manifests')).map(({ data }) => ({
    params: { path: data.path },
    props: { text: data.text },
  }))) satisfies GetStaticPaths;

/** The bytes of one manifest, as text, at an address that never changes. */
export const GET: APIRoute<{ text: string }> = ({ props }) =>
  new Response(props.text, { headers: { 'content-type': 'text/plain; charset=utf-8' } });
