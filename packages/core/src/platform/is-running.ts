/**
 * Whether a process of this machine is running, anyone's. Node only.
 *
 * @example
 * isRunning(process.pid); // true
 */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Someone else's process may not be signalled, and is there all the same.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
