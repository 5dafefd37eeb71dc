// The page of every problem the API can answer with, from the model's one table.
import { problemCodes, problems } from '@bellwire/model/problem.ts';
import { code, printedNote, table, type PrintedPage } from './printed-page.ts';

const intro = `# Problems

${printedNote}

Every refusal of the API has this shape, whatever the address:

\`\`\`json
{
  "error": {
    "code": "contract-mismatch",
    "says": "The item \\"amount\\" is \\"12.50\\", but a number such as 12.5, without quotes is expected.",
    "help": "Send each item with the type that the trigger declares.",
    "complaints": [{ "path": ["items", "amount"], "says": "The item \\"amount\\" is …", "level": "problem" }],
    "facts": { "trigger": "payment_paid" }
  }
}
\`\`\`

Programs go by \`code\`, people read \`says\` and \`help\`; \`complaints\` names each wrong place by its path. A \`Retry-After\` header says
when to try again. An \`internal\` problem has a \`reference\` too, by which it is found in the server's log.

Who must act: **person** is the caller, who can mend it, so trying again unchanged is of no use; **outside** passes by itself; **us** is a
fault of the server.`;

export const problemsPage: PrintedPage = {
  file: 'docs/problems.md',
  text: () => {
    const rows = problemCodes.map((name) => {
      const { status, who, title, help } = problems[name];
      return [code(name), String(status), who, title, help];
    });
    return `${intro}\n\n${table(['Code', 'Status', 'Who', 'Says', 'The way out'], rows)}\n`;
  },
};
