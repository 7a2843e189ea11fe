import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesIn } from './release.node.ts';

/**
 * Writes figures that are known only after the build into its pages: `{{figure:wire}}` in the text of a page becomes the value
 * of `wire`. A page that names an unknown figure stops the build.
 */
export function writeFigures(dir: string, figures: Readonly<Record<string, string>>): void {
  for (const file of filesIn(dir).filter(name => name.endsWith('.html'))) {
    const path = join(dir, file);
    const html = readFileSync(path, 'utf8');
    const written = html.replace(/\{\{figure:([a-z-]+)\}\}/g, (_, name: string) => {
      const value = figures[name];
      if (value === undefined)
        throw new Error(
          `${file}: no figure has the name ${name}. There are: ${Object.keys(figures).join(', ')}.`,
        );
      return value;
    });
    if (written !== html) writeFileSync(path, written);
  }
}
