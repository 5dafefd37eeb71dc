// What a check found: where it is, which rule it breaks, and the way out.

/** `rule` is `<check>/<rule>`, such as `lint/max-lines`; `line` counts from 1. */
export type Fault = { file: string; line: number; rule: string; says: string };

/** One file that may break one rule, and why. */
export type Exception = { file: string; rule: string; because: string };

/** Leaves out what is excused. An exception that excuses nothing is itself a fault, so the list never outlives its reasons. */
export function excuse(faults: Fault[], exceptions: readonly Exception[]): Fault[] {
  const covers = (exception: Exception, fault: Fault) =>
    exception.file === fault.file && exception.rule === fault.rule;
  const left = faults.filter((fault) => !exceptions.some((exception) => covers(exception, fault)));
  const stale = exceptions.filter((exception) => !faults.some((fault) => covers(exception, fault)));
  return [...left, ...stale.map(staleException)];
}

export function printFaults(faults: Fault[]): string {
  return faults
    .toSorted((a, b) => a.file.localeCompare(b.file) || a.line - b.line)
    .map(({ file, line, rule, says }) => `${file}:${line}  ${says}  (${rule})`)
    .join('\n');
}

function staleException({ file, rule }: Exception): Fault {
  return {
    file: 'scripts/exceptions.ts',
    line: 1,
    rule: 'exceptions/stale',
    says: `"${file}" no longer breaks ${rule}: take its line off the list.`,
  };
}
