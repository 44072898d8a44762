/** The one stretch in which two texts differ: `start` to `end` in the first, `start` to `newEnd` in the second. */
export interface Change {
  readonly start: number;
  readonly end: number;
  readonly newEnd: number;
}

/** Takes two texts; gives the shortest stretch outside which they are the same, empty where they are equal. */
export function changeBetween(before: string, after: string): Change {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before.charCodeAt(head) === after.charCodeAt(head)) head++;
  let tail = 0;
  const left = most - head;
  while (tail < left && before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail))
    tail++;
  return { start: head, end: before.length - tail, newEnd: after.length - tail };
}
