import type { MessageId, MessageParams } from './messages/params.ts';
import type { Path, Span } from './parse/tree.ts';

/** How bad a finding is: an error is what kubectl or the API server refuses. */
export type Level = 'error' | 'warning' | 'info';

/** A finding before it is put into words and lines. `message` selects the words, `rule` is the published id. */
export type Draft = {
  [Id in MessageId]: {
    rule: string;
    level: Level;
    span: Span;
    path: Path;
    document: number;
    message: Id;
    params: MessageParams[Id];
  };
}[MessageId];
