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
  const { stdout, stderr } = await runTool('oxlint', ['--format', 'json']);
  if (!stdout.trimStart().startsWith('{')) throw new Error(`oxlint did not run: ${stdout}${stderr}`);
  return readReport(JSON.parse(stdout));
}

export function readReport(report: unknown): Fault[] {
  const faults = reportForm.parse(report).diagnostics.map((found): Fault => {
    const rule = /\(([^)]*)\)$/.exec(found.code ?? '')?.[1] ?? 'error';
    return {
      file: found.filename.replaceAll('\\', '/'),
      line: found.labels[0]?.span.line ?? 1,
      rule: `lint/${rule}`,
      says: [found.message, found.help].filter(Boolean).join(' '),
    };
  });
  return withoutRepeats(faults);
}

/** A chain like `x as unknown as T` is reported once for each link: one line is enough. */
function withoutRepeats(faults: Fault[]): Fault[] {
  const seen = new Map(faults.map((fault) => [`${fault.file}:${fault.line}:${fault.rule}`, fault]));
  return [...seen.values()];
}
