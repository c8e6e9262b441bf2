/** A reporter as the settings had it at some moment. */
export type Notifier = { readonly organisation: string; readonly contact: string };
