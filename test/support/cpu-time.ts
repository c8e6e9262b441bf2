/** The processor time of one run, in milliseconds. */
export const cpuOnceMs = (work: () => void): number => {
  const began = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1000;
};

/**
 * The least processor time of three runs, in milliseconds. Wall time would measure the machine's
 * other work, and one run the compiler's.
 */
export const cpuMs = (work: () => void): number => Math.min(...[1, 2, 3].map(() => cpuOnceMs(work)));
