// CPU time that processes have used: unlike time on the clock, it says the same on a machine that is busy with other things.
import { readdirSync, readFileSync } from 'node:fs';

/** Clock ticks a second in /proc: 100 on every Linux that Node runs on. */
const TICKS_PER_SECOND = 100;

/** Milliseconds used by the processes and all their children, ended ones included; 0 where there is no /proc. */
export function cpuMs(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => sum + ticksOf(pid), 0) * (1000 / TICKS_PER_SECOND);
}

function ticksOf(pid: number): number {
  const fields = statOf(pid);
  if (fields === null) return 0;
  // After the name in brackets: utime, stime, cutime and cstime are the 12th to 15th.
  const own = [11, 12, 13, 14].reduce((sum, index) => sum + Number(fields[index] ?? 0), 0);
  return childrenOf(pid).reduce((sum, child) => sum + ticksOf(child), own);
}

function statOf(pid: number): string[] | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return null;
  }
}

function childrenOf(pid: number): number[] {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
      .trim()
      .split(' ')
      .filter(Boolean)
      .map(Number);
  } catch {
    return [];
  }
}

/** The PostgreSQL server whose data lies below the folder. */
export function findPostmaster(folder: string): number | null {
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const command = readFileSync(`/proc/${name}/cmdline`, 'utf8').split('\0');
      if (command[0]?.endsWith('postgres') === true && command.some((part) => part.startsWith(folder)))
        return Number(name);
    } catch {
      continue;
    }
  }
  return null;
}
