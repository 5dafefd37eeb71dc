// Owns an embedded server until it is told to stop or is killed: the other process in the tests of the embedded server.
import pino from 'pino';
import { embeddedPostgres } from './embedded-postgres.ts';

const [dataDir = ''] = process.argv.slice(2);
const server = await embeddedPostgres({ dataDir, log: pino({ level: 'silent' }), unsafeForTests: true });
process.once('SIGTERM', () => void server.stop());
console.log(server.url);
