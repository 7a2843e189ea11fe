/** An XML element. Text is escaped; children are written as they are. */
export function xml(
  name: string,
  attributes: Record<string, string | undefined>,
  content?: string | readonly string[],
): string {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : ` ${key}="${escapeXml(value)}"`,
  );
  const inner = typeof content === 'string' ? escapeXml(content) : content?.join('');
  const open = `${name}${written.join('')}`;
  return inner === undefined ? `<${open}/>` : `<${open}>${inner}</${name}>`;
}

/** A response with an XML document. */
export function xmlResponse(root: string, type: string): Response {
  return new Response(`<?xml version="1.0" encoding="utf-8"?>\n${root}\n`, {
    headers: { 'content-type': `${type}; charset=utf-8` },
  });
}

function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
