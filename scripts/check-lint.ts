// The linter's findings as faults, so that one list of exceptions serves every check.
import { z } from 'zod';
import type { Fault } from './fault.ts';
import { runTool } from './run-tool.ts';

const reportForm = z.object({
  diagnostics: z.array(
    z.object({
      message: z.string(),
      code: z.string().optional(),
      help: z.string().optional(),
      filename: z.string(),
      labels: z.array(z.object({ span: z.object({ line: z.number().optional() }) })),
    }),
  ),
});

export async function checkLint(): Promise<Fault[]> {
  const { code, stdout, stderr } = await runTool('oxlint', ['--format', 'json']);
  const faults = stdout.trimStart().startsWith('{') ? readReport(JSON.parse(stdout)) : [];
  // Without this, a linter that breaks down would look like a house without faults.
  if (code !== 0 && faults.length === 0) throw new Error(`oxlint broke down: ${stdout}${stderr}`);
  return faults;
}

export function readReport(report: unknown): Fault[] {
  const faults = reportForm.parse(report).diagnostics.map((found): Fault => {
    const rule = /\(([^)]*)\)$/.exec(found.code ?? '')?.[1] ?? 'error';
    return {
      file: found.filename.replaceAll('\\', '/'),
      line: found.labels[0]?.span.line ?? 1,
      rule: `lint/${rule}`,
      says: `${found.message} ${wayOut(rule) ?? found.help ?? ''}`.trimEnd(),
    };
  });
  return withoutRepeats(faults);
}

/** The way out as this house wants it, where the linter's own advice is another. */
function wayOut(rule: string): string | undefined {
  if (rule === 'consistent-type-assertions')
    return 'Check the value and let the check narrow it; a named border goes on the list in scripts/exceptions.ts.';
  if (rule.startsWith('no-unsafe-'))
    return 'Take it as `unknown` and read it with a schema or a check; a named border goes on the list in scripts/exceptions.ts.';
  return undefined;
}

/** A chain like `x as unknown as T` is reported once for each link: one line is enough. */
function withoutRepeats(faults: Fault[]): Fault[] {
  const seen = new Map(faults.map((fault) => [`${fault.file}:${fault.line}:${fault.rule}`, fault]));
  return [...seen.values()];
}
