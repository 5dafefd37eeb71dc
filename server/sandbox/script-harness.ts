// What stands around a script inside of its sandbox. It is no wall: a script that tampers with it harms nobody but itself.

/** The code begins on the second line. */
export function asFunction(code: string): string {
  return `(async function (input, console) {\n${code}\n})`;
}

/**
 * Called with the script as a function, its input and what hears its console, it begins the script, and gives a function by
 * which is asked how it ended: `=` and a result, or `!` and an error, as JSON; undefined while it has not.
 */
export const HARNESS = `(() => {
  const { parse, stringify } = JSON;
  const show = (value) => {
    if (typeof value === 'string') return value;
    if (value instanceof Error) return String(value);
    try { return stringify(value) ?? String(value); } catch { return String(value); }
  };
  return (main, text, log) => {
    let end;
    const write = (...values) => log(values.map(show).join(' '));
    const console = { log: write, info: write, warn: write, error: write, debug: write };
    const failed = (error) => {
      end = '!' + stringify(error instanceof Error
        ? { name: String(error.name), message: String(error.message), stack: String(error.stack) }
        : { thrown: show(error) });
    };
    main(parse(text), console).then((value) => { end = '=' + (stringify(value) ?? 'null'); }).then(undefined, failed);
    return () => end;
  };
})()`;
