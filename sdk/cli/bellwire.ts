// The command line: finds the command, its settings and its options, runs it, and says in words what is wrong.
import { parseArgs } from 'node:util';
import { problems } from '@bellwire/model/problem.ts';
import { createClient, ProblemError } from '../client.ts';
import type { Command } from './command.ts';
import { UsageError } from './command.ts';
import { commands } from './commands.ts';

const help = `usage: bellwire <command> [options]

${commands.map(({ name, usage, about }) => `  ${name} ${usage}\n      ${about}`).join('\n')}

  --url <address>   of the server; else BELLWIRE_URL, else http://localhost:3000
  --key <key>       an API key, bw_key_…; else BELLWIRE_KEY, which no list of processes shows
                    tail and listen want one of the workspace with "events:read", check, push and pull one with
                    "apps:read" and "apps:write", fire one of an install
`;

process.exitCode = await main(process.argv.slice(2));

async function main([name, ...args]: readonly string[]): Promise<number> {
  const command = commands.find((known) => known.name === name);
  if (command === undefined) {
    const isAsked = name === undefined || name === 'help' || name === '--help';
    console.error(isAsked ? help : `There is no command "${name}".\n\n${help}`);
    return isAsked ? 0 : 2;
  }
  try {
    await run(command, args);
    return 0;
  } catch (error) {
    console.error(sayError(error, command));
    return error instanceof UsageError ? 2 : 1;
  }
}

async function run(command: Command, args: readonly string[]): Promise<void> {
  const { values, positionals } = readArgs(command, args);
  const { url, key: keyGiven, ...options } = values;
  const baseUrl = url ?? process.env.BELLWIRE_URL ?? 'http://localhost:3000';
  const key = keyGiven ?? process.env.BELLWIRE_KEY;
  if (baseUrl === true || !URL.canParse(baseUrl))
    throw new UsageError('--url wants the address of a server.');
  if (key === true || (key === undefined && command.isLocal !== true))
    throw new UsageError('A key is wanted: make one under Settings, API keys, and give it as BELLWIRE_KEY.');
  const leaving = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => leaving.abort());
  await command.run({
    baseUrl,
    key: key ?? '',
    client: createClient({ baseUrl, key: key ?? '' }),
    words: positionals,
    values: options,
    signal: leaving.signal,
    print: (line) => console.log(line),
    note: (line) => console.error(line),
  });
}

function readArgs({ options }: Command, args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { ...options, url: { type: 'string' }, key: { type: 'string' } },
      allowPositionals: true,
    });
    const given = Object.entries(values).flatMap(([name, value]): [string, string | true][] =>
      typeof value === 'string' || value === true ? [[name, value]] : [],
    );
    return { values: Object.fromEntries(given), positionals };
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function sayError(error: unknown, { name, usage }: Command): string {
  if (error instanceof UsageError) return `${error.message}\nusage: bellwire ${name} ${usage}`;
  if (!(error instanceof ProblemError)) return error instanceof Error ? error.message : String(error);
  const { title, help: wayOut } = problems[error.code];
  const complaints = error.complaints
    .filter(({ says }) => !error.message.includes(says))
    .map(({ path, says }) => `  ${path.join('.')}: ${says}`);
  return [error.message, ...complaints, ...(error.message === title ? [wayOut] : [])].join('\n');
}
