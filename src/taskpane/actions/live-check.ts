import type { Desk } from "./desk";

/** Typing goes on for a while; a check after each key would only be in the way. */
const LIVE_DELAY = 1_500;

interface Checks {
  readonly isChecking: () => boolean;
  readonly check: (isQuiet: boolean) => Promise<void>;
}

/** 「直したら自動でもう一度点検する」, and knowing that the list is older than the sheet. */
export function createLiveCheck(desk: Desk, checks: Checks) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isWatching = false;
  let heard = 0;

  const checkLater = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (desk.state().isWriting || checks.isChecking()) checkLater();
      else void checks.check(true);
    }, LIVE_DELAY);
  };

  const hear = (isRemote: boolean): void => {
    heard++;
    desk.dispatch({ type: "stale" });
    if (desk.state().isLive && !isRemote) checkLater();
  };

  return {
    setLive: (isLive: boolean): void => {
      desk.dispatch({ type: "live", isLive });
      if (isLive && desk.state().isStale) void checks.check(true);
    },

    /** So many edits were heard of until now. */
    heard: (): number => heard,

    /** A check begins: one that was still to come is not needed, and from now on edits count. */
    begin: async (): Promise<void> => {
      clearTimeout(timer);
      if (isWatching) return;
      isWatching = true;
      const watching = await desk.host.watchChanges(({ isRemote }) => { hear(isRemote); });
      isWatching = watching.ok;
    },

    /** After an edit of ours, which no event tells of. */
    checkLater: (): void => {
      if (desk.state().isLive) checkLater();
    },
  };
}

export type LiveCheck = ReturnType<typeof createLiveCheck>;
