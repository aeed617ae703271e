const shortest = 1_000;
const longest = 60_000;

/** How long to wait before the next attempt: doubling, and spread out, so that not everybody comes back at one moment. */
export function backoff(attempt: number, random: () => number = Math.random): number {
  const whole = Math.min(longest, shortest * 2 ** Math.min(attempt, 10));
  return Math.round(whole / 2 + (whole / 2) * random());
}
