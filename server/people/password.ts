// Hashes and checks passwords with argon2id.
import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const passwordLength = { min: 8, max: 200 } as const;

/**
 * Undefined where the password will do; else what to change. Checked where one is chosen, not where one is
 * entered.
 */
export function passwordProblem(password: string): string | undefined {
  const { length } = normal(password);
  if (length < passwordLength.min)
    return `The password is too short. Use at least ${passwordLength.min} characters.`;
  if (length > passwordLength.max)
    return `The password is too long. Use at most ${passwordLength.max} characters.`;
  return undefined;
}

/**
 * @returns `$argon2id$v=19$m=…,t=…,p=…$salt$hash`, the usual form, so that other software can read it too.
 * @throws RangeError for more than 200 characters: whoever calls has not asked `passwordProblem`.
 */
export async function hashPassword(password: string): Promise<string> {
  const text = normal(password);
  if (text.length > passwordLength.max)
    throw new RangeError(`A password has at most ${passwordLength.max} characters.`);
  const salt = randomBytes(16);
  const hash = await derive(text, salt, current);
  const { memory, passes, parallelism } = current;
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${unpadded(salt)}$${unpadded(hash)}`;
}

/** `right-but-old` means: right, and stored with weaker parameters than today's, so store a new hash now. */
export type PasswordCheck = 'right' | 'right-but-old' | 'wrong';

/**
 * @param stored Undefined where the account is unknown or has no password: then the same work is done, so
 * that the time does not tell which accounts exist.
 * @throws Error where `stored` is not a hash made here.
 */
export async function checkPassword(password: string, stored: string | undefined): Promise<PasswordCheck> {
  const { parameters, salt, hash } = stored === undefined ? decoy : parseStored(stored);
  const text = normal(password);
  // A huge text is not hashed in full, but takes as long as any other.
  const isTooLong = text.length > passwordLength.max;
  const derived = await derive(isTooLong ? '' : text, salt, parameters);
  if (!timingSafeEqual(derived, hash) || stored === undefined || isTooLong) return 'wrong';
  return isWeaker(parameters) ? 'right-but-old' : 'right';
}

interface Parameters {
  /** In KiB. */
  readonly memory: number;
  readonly passes: number;
  readonly parallelism: number;
}

/** OWASP's first choice: 19 MiB, two passes, one lane; measured 71 ms on the build machine. */
const current: Parameters = { memory: 19_456, passes: 2, parallelism: 1 };
const hashBytes = 32;

interface Stored {
  readonly parameters: Parameters;
  readonly salt: Buffer;
  readonly hash: Buffer;
}

const decoy: Stored = { parameters: current, salt: Buffer.alloc(16, 1), hash: Buffer.alloc(hashBytes) };

function parseStored(stored: string): Stored {
  const [, memory, passes, parallelism, salt = '', hash = ''] =
    /^\$argon2id\$v=19\$m=(\d{1,6}),t=(\d{1,2}),p=(\d{1,2})\$([A-Za-z0-9+/]{11,86})\$([A-Za-z0-9+/]{43})$/.exec(
      stored,
    ) ?? [];
  if (hash === '') {
    throw new Error(
      'The stored password is not in the form "$argon2id$v=19$m=…,t=…,p=…$salt$hash". Set a new password.',
    );
  }
  return {
    parameters: { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) },
    salt: Buffer.from(salt, 'base64'),
    hash: Buffer.from(hash, 'base64'),
  };
}

function isWeaker({ memory, passes }: Parameters): boolean {
  return memory < current.memory || passes < current.passes;
}

const runArgon2 = promisify(argon2);

function derive(text: string, salt: Buffer, parameters: Parameters): Promise<Buffer> {
  return runArgon2('argon2id', { message: text, nonce: salt, tagLength: hashBytes, ...parameters });
}

/** "é" may be typed as one sign or as two, depending on the keyboard. */
function normal(password: string): string {
  return password.normalize('NFKC');
}

function unpadded(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '');
}
