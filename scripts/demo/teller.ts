// Tells the story of the demo in the terminal, line by line, each with its time; in colour where somebody watches.
import { styleText } from 'node:util';

type Style = Parameters<typeof styleText>[0];

export interface Teller {
  /** A headline. */
  title(text: string): void;
  /** What happens behind the curtain. */
  note(text: string): void;
  /** What somebody says; further lines stand below. */
  says(who: string, ...lines: string[]): void;
  check(holds: boolean, text: string): void;
}

const WHO_WIDTH = 10;

/** @param stream Is asked whether it shows colours; `NO_COLOR` and the like are obeyed. */
export function createTeller(stream: NodeJS.WriteStream): Teller {
  const started = performance.now();
  const paint = (style: Style, text: string): string => styleText(style, text, { stream });
  const time = (): string =>
    paint('dim', `${((performance.now() - started) / 1000).toFixed(1).padStart(5)} s`);
  const line = (text = ''): void => void stream.write(`${text}\n`);
  return {
    title: (text) => line(`\n${paint('bold', text)}`),
    note: (text) => line(`${time()}  ${paint('dim', text)}`),
    says(who, first = '', ...others) {
      line(`${time()}  ${paint(['bold', 'cyan'], who.padEnd(WHO_WIDTH))}${first}`);
      for (const other of others) line(`${' '.repeat(9 + WHO_WIDTH)}${other}`);
    },
    check: (holds, text) => line(`${time()}  ${holds ? paint('green', '✓') : paint('red', '✗')} ${text}`),
  };
}
