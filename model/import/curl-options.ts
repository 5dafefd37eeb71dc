// The options of curl: what each adds to the request, which say nothing about it, and which cannot be taken over.
import { takeUrl, type Gathered } from './gathered.ts';

export interface CurlOption {
  /** An option without a value; one that says nothing about the request has neither. */
  readonly flag?: (gathered: Gathered, name: string) => void;
  /** An option with a value. */
  readonly value?: (gathered: Gathered, value: string, name: string) => void;
}

/** The option that a word begins with; `glued`: what stands in the same word behind it. */
export function curlOption(word: string): { option: CurlOption; name: string; glued: string } {
  const name = word.startsWith('--') ? word : word.slice(0, 2);
  const glued = word.slice(name.length);
  const long = shortNames[name] ?? name;
  if (Object.hasOwn(options, long)) return { option: options[long] ?? quiet, name, glued };
  if (quietFlags.has(long)) return { option: quiet, name, glued };
  if (quietValues.has(long)) return { option: quietWithValue, name, glued };
  return { option: leftValues.has(long) ? leftWithValue : leftFlag, name, glued };
}

const quiet: CurlOption = {};
const quietWithValue: CurlOption = { value: () => undefined };

const leave = (gathered: Gathered, name: string): void => {
  gathered.left.push(`The option ${name} was not taken over. Look whether the request needs it.`);
};
const leftFlag: CurlOption = { flag: leave };
const leftWithValue: CurlOption = { value: (gathered, _, name) => leave(gathered, name) };

const data: CurlOption = {
  value: (gathered, value, name) => {
    if (value.startsWith('@')) leaveFile(gathered, name, value);
    // curl takes line breaks out of what it reads from a file only; what is typed stays.
    else gathered.data.push(value);
  },
};

const header = (name: string): CurlOption => ({
  value: ({ headers }, value) => headers.push({ name, value }),
});

const options: Readonly<Record<string, CurlOption>> = {
  '--url': { value: (gathered, value) => takeUrl(value, gathered) },
  '--request': { value: (gathered, value) => void (gathered.method = value) },
  '--get': { flag: (gathered) => void (gathered.isGet = true) },
  '--head': { flag: (gathered) => void (gathered.isHead = true) },
  '--header': { value: takeHeader },
  '--user-agent': header('user-agent'),
  '--referer': header('referer'),
  '--cookie': {
    value: (gathered, value, name) =>
      value.includes('=')
        ? gathered.headers.push({ name: 'cookie', value })
        : leaveFile(gathered, name, value),
  },
  '--data': data,
  '--data-ascii': data,
  '--data-binary': data,
  '--data-raw': { value: (gathered, value) => gathered.data.push(value) },
  '--data-urlencode': { value: takeEncoded },
  '--json': {
    value: (gathered, value, name) => {
      gathered.isJson = true;
      data.value?.(gathered, value, name);
    },
  },
  '--url-query': {
    value: ({ query }, value) => {
      const { name, text } = splitAt(value, '=');
      query.push({ name, value: text });
    },
  },
  '--form': { value: (gathered, value, name) => takePart(gathered, value, name) },
  '--form-string': {
    value: ({ parts }, value) => {
      const { name, text } = splitAt(value, '=');
      parts.push({ name, value: text });
    },
  },
  '--user': {
    value: (gathered, value) => {
      const { name, text } = splitAt(value.includes(':') ? value : `${value}:`, ':');
      gathered.basic = { user: name, password: text };
    },
  },
  '--oauth2-bearer': { value: (gathered, value) => void (gathered.token = value) },
  '--max-time': {
    value: (gathered, value) => {
      const seconds = Number(value);
      if (seconds > 0) gathered.timeoutSeconds = Math.min(60, Math.max(1, seconds));
    },
  },
  '--insecure': {
    flag: ({ left }) => left.push('Certificates are always checked: -k was not taken over.'),
  },
};

const shortNames: Readonly<Record<string, string>> = {
  '-X': '--request',
  '-G': '--get',
  '-I': '--head',
  '-H': '--header',
  '-A': '--user-agent',
  '-e': '--referer',
  '-b': '--cookie',
  '-d': '--data',
  '-F': '--form',
  '-u': '--user',
  '-m': '--max-time',
  '-k': '--insecure',
  '-s': '--silent',
  '-S': '--show-error',
  '-L': '--location',
  '-v': '--verbose',
  '-i': '--include',
  '-f': '--fail',
  '-g': '--globoff',
  '-N': '--no-buffer',
  '-#': '--progress-bar',
  '-4': '--ipv4',
  '-6': '--ipv6',
  '-0': '--http1.0',
  '-o': '--output',
  '-w': '--write-out',
  '-x': '--proxy',
  '-c': '--cookie-jar',
  '-T': '--upload-file',
  '-E': '--cert',
  '-K': '--config',
  '-r': '--range',
  '-D': '--dump-header',
};

/** They are about curl and the terminal, not about the request. */
const quietFlags = new Set(
  'silent show-error location verbose include fail globoff no-buffer progress-bar ipv4 ipv6 http1.0 http1.1 http2 compressed fail-with-body no-progress-meter'
    .split(' ')
    .map((name) => `--${name}`),
);

const quietValues = new Set(
  'output write-out cookie-jar dump-header connect-timeout retry retry-delay retry-max-time max-redirs limit-rate trace trace-ascii stderr'
    .split(' ')
    .map((name) => `--${name}`),
);

/** They do say something about the request; their value is no address. */
const leftValues = new Set(
  'proxy proxy-user upload-file cert key cacert config range resolve aws-sigv4 ciphers interface unix-socket'
    .split(' ')
    .map((name) => `--${name}`),
);

function leaveFile({ left }: Gathered, name: string, value: string): void {
  left.push(`${name} ${value} reads a file. Paste what is in it into the request.`);
}

/** `Name: value`; `Name;` is an empty one, and `Name:` takes one away that curl would send by itself. */
function takeHeader(gathered: Gathered, value: string): void {
  const [, name = '', mark = '', text = ''] = /^([^:;]+)([:;])\s*([^]*)$/.exec(value) ?? [];
  if (name === '') leave(gathered, `-H ${JSON.stringify(value)}`);
  else if (mark === ';' || text !== '') gathered.headers.push({ name: name.trim(), value: text.trim() });
}

/** `content`, `=content`, `name=content`; those with `@` read a file. */
function takeEncoded(gathered: Gathered, value: string, name: string): void {
  const mark = /[=@]/.exec(value);
  if (mark?.[0] === '@') return leaveFile(gathered, name, value);
  const { name: key, text } = mark === null ? { name: '', text: value } : splitAt(value, '=');
  gathered.data.push(`${key === '' ? '' : `${key}=`}${encodeURIComponent(text.toWellFormed())}`);
}

/** `name=value;type=text/csv;filename=a.csv`, where the value may be a file of the person's own disk. */
function takePart(gathered: Gathered, value: string, option: string): void {
  const { name, text } = splitAt(value, '=');
  const isFile = text.startsWith('@') || text.startsWith('<');
  const [, content = '', type, fileName] =
    /^([^]*?)(?:;\s*type=([^;]*))?(?:;\s*filename=("[^"]*"|[^;]*))?$/.exec(text) ?? [];
  if (isFile) leaveFile(gathered, option, value);
  const named =
    fileName?.replaceAll('"', '') ??
    (text.startsWith('@') ? (content.split(/[/\\]/).at(-1) ?? '').replace(/^@/, '') : '');
  gathered.parts.push({
    name,
    value: isFile ? '' : content,
    ...(named === '' ? {} : { fileName: named }),
    ...(type === undefined ? {} : { contentType: type }),
  });
}

function splitAt(text: string, mark: string): { name: string; text: string } {
  const at = text.indexOf(mark);
  return at === -1 ? { name: text, text: '' } : { name: text.slice(0, at), text: text.slice(at + 1) };
}
