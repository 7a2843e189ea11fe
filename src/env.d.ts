declare namespace App {
  interface Locals {
    /** Ids of the sources that the chapter cites, in order of appearance: `<Ref>` shows the position as its number. */
    refs?: readonly string[];
  }
}
