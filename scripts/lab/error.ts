/** Something the person at the terminal can mend, in one sentence. Everything else keeps its own stack. */
export class LabError extends Error {
  override name = 'LabError';
}

/** Runs a command's main function: a LabError is printed as one sentence, and the exit status is 2. */
export async function runMain(name: string, main: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await main();
  } catch (error) {
    if (!(error instanceof LabError)) throw error;
    console.error(`${name}: ${error.message}`);
    process.exitCode = 2;
  }
}
