import { readFileSync } from 'node:fs';

/**
 * The most memory this process ever had in RAM, in MiB: VmHWM of /proc/self/status, or what getrusage says where there is no /proc.
 *
 * Not getrusage everywhere: on Linux its maximum begins with the memory of the process that started this one.
 */
export function peakMemory(status: () => string = readStatus): number {
  const kib = /^VmHWM:\s*(\d+) kB/m.exec(status())?.[1];
  return Number(kib ?? process.resourceUsage().maxRSS) / 1024;
}

function readStatus(): string {
  try {
    return readFileSync('/proc/self/status', 'utf8');
  } catch {
    return '';
  }
}
