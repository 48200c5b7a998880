import * as vscode from 'vscode';

/** So long at a time: what the user does comes first. */
const sliceMilliseconds = 12;
/** What takes no longer shows no progress. */
const quietMilliseconds = 400;

/**
 * Works through a list in slices, so that the editor stays at the user's hand. What takes long shows how far it is and can be
 * cancelled.
 *
 * @returns whether it was worked through to the end
 */
export async function inSlices<Item>(
  title: string,
  items: readonly Item[],
  work: (item: Item) => void,
): Promise<boolean> {
  let next = 0;
  /** Works on until the end, or until somebody says to stop between two slices. */
  const workOn = async (isToStop: () => boolean, told: (part: number) => void): Promise<boolean> => {
    while (next < items.length) {
      const end = Date.now() + sliceMilliseconds;
      const first = next;
      do work(items[next++] as Item);
      while (next < items.length && Date.now() < end);
      told((next - first) / items.length);
      await new Promise((resolve) => setTimeout(resolve));
      if (next < items.length && isToStop()) return false;
    }
    return true;
  };
  const quietUntil = Date.now() + quietMilliseconds;
  if (
    await workOn(
      () => Date.now() > quietUntil,
      () => {},
    )
  )
    return true;
  return vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title, cancellable: true },
    (progress, token) =>
      workOn(
        () => token.isCancellationRequested,
        (part) => progress.report({ increment: part * 100 }),
      ),
  );
}
