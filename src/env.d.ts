declare namespace App {
  interface Locals {
    /** Ids of the sources that the chapter cites, in order of appearance: `<Ref>` shows the position as its number. */
    refs?: readonly string[];
    /** How often each id was asked for on this page. */
    ids?: Map<string, number>;
  }
}
