// Loaded before each test file: ends a file that keeps something open after its last test, and says what it is.
import { after } from 'node:test';

/** What is being closed may take a moment; a server, a socket or a timer left open would wait for ever. */
const graceSeconds = 3;

after(() => {
  setTimeout(() => {
    const open = process.getActiveResourcesInfo().filter((name) => !outputs.has(name));
    console.error(
      `All tests of this file are done, but it keeps open: ${open.join(', ')}. Close them in after().`,
    );
    process.exit(1);
  }, graceSeconds * 1000).unref();
});

const outputs = new Set(['PipeWrap', 'TTYWrap']);
