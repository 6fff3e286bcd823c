/** The ribbon waits for the command to end, and greys the button until it does. */
type RibbonCommand = () => Promise<void>;

/** Resolves when Office has answered; in a plain browser too, where there is no host. */
export async function whenHostIsReady(): Promise<void> {
  await Office.onReady();
}

/** Ties a `FunctionName` of the manifest to what it does. */
export function associateCommand(functionName: string, run: RibbonCommand): void {
  Office.actions.associate(functionName, (event: Office.AddinCommands.Event) => {
    void run().finally(() => {
      event.completed();
    });
  });
}
