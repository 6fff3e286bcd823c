/** jsdom lays nothing out, so nothing is ever resized: enough for Fluent's components to mount. */
class SilentResizeObserver implements ResizeObserver {
  observe(): void {
    // Never reports.
  }
  unobserve(): void {
    // Never reports.
  }
  disconnect(): void {
    // Never reports.
  }
}

globalThis.ResizeObserver = SilentResizeObserver;

/** Lets React's `act` flush effects without complaining. */
Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
