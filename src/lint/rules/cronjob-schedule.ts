const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const days = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

interface Bounds {
  min: number;
  max: number;
  /** Names that stand for numbers from `min` on. */
  names?: readonly string[];
}

/** Minute, hour, day of the month, month, day of the week. */
const bounds: readonly Bounds[] = [
  { min: 0, max: 59 },
  { min: 0, max: 23 },
  { min: 1, max: 31 },
  { min: 1, max: 12, names: months },
  { min: 0, max: 6, names: days },
];

const descriptors = ['@yearly', '@annually', '@monthly', '@weekly', '@daily', '@midnight', '@hourly'];

/** Whether the server's parser (robfig/cron, standard) takes a schedule. */
export function isSchedule(text: string): boolean {
  if (text.length > 200) return true;
  if (text.startsWith('@'))
    return (
      descriptors.includes(text) ||
      /^@every [+-]?(0|(\d+\.?\d*|\.\d+)(ns|[uµμ]s|ms|[smh])((\d+\.?\d*|\.\d+)(ns|[uµμ]s|ms|[smh]))*)$/.test(
        text,
      )
    );
  const fields = text.split(/\s+/).filter(Boolean);
  return (
    fields.length === bounds.length &&
    bounds.every((bound, index) =>
      (fields[index] ?? '')
        .split(',')
        .filter(Boolean)
        .every(part => isRange(part, bound)),
    )
  );
}

/** `*`, `5`, `1-5`, `mon-fri`, each with `/step`. */
function isRange(text: string, { min, max, names }: Bounds): boolean {
  const [range = '', step, ...moreSteps] = text.split('/');
  const [low = '', high, ...moreHyphens] = range.split('-');
  const every = step === undefined ? 1 : readNumber(step);
  if (moreSteps.length > 0 || every === undefined || every === 0) return false;
  if (low === '*' || low === '?') return true;
  const read = (word: string) => {
    const index = names?.indexOf(word.toLowerCase()) ?? -1;
    return index >= 0 ? index + min : readNumber(word);
  };
  const start = read(low);
  const end = high === undefined ? (step === undefined ? start : max) : read(high);
  if (start === undefined || end === undefined || moreHyphens.length > 0) return false;
  return start >= min && end <= max && start <= end;
}

function readNumber(text: string): number | undefined {
  return /^\+?\d{1,18}$/.test(text) ? Number(text) : undefined;
}

/** Abbreviations that JavaScript knows and the time zone database does not. */
const abbreviations =
  /^(ACT|AET|AGT|ART|AST|BET|BST|CAT|CNT|CST|CTT|EAT|ECT|IET|IST|JST|MIT|NET|NST|PLT|PNT|PRT|PST|SST|VST|SystemV\/.*)$/;

/** Whether the server finds a time zone. Names are files to it: upper and lower case matter. */
export function isTimeZone(name: string): boolean {
  const parts = name.split('/');
  const isPath = parts.every(part => /^[A-Za-z.\-_0-9+]{1,14}$/.test(part) && !/^(-|\.{1,2}$)/.test(part));
  if (!isPath || /^local$/i.test(name) || abbreviations.test(name) || /^[+\d]/.test(name)) return false;
  try {
    const known = new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
    return known === name || known.toLowerCase() !== name.toLowerCase();
  } catch {
    return false;
  }
}
