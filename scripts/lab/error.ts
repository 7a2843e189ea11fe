/** Something the person at the terminal can mend, in one sentence. Everything else keeps its own stack. */
export class LabError extends Error {
  override name = 'LabError';
}

/** Ctrl-C or SIGTERM ended the run; the message says what is left, if anything is. */
export class Interrupted extends Error {
  override name = 'Interrupted';
}

/** Runs a command's main function: a LabError is printed as one sentence, and the exit status is 2; 130 when it was interrupted. */
export async function runMain(name: string, main: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await main();
  } catch (error) {
    const isInterrupted = error instanceof Interrupted;
    if (!isInterrupted && !(error instanceof LabError)) throw error;
    console.error(`${name}: ${isInterrupted ? `interrupted. ${error.message}`.trim() : error.message}`);
    process.exitCode = isInterrupted ? 130 : 2;
  }
}
