/**
 * A sentence for the user as a template with named values (`{cue}`), so that a face can translate it.
 * Faces without translations print {@link formatMessage}.
 */
export interface Message {
  readonly template: string;
  readonly values?: Readonly<Record<string, string | number>>;
}

export function message(template: string, values?: Readonly<Record<string, string | number>>): Message {
  return values === undefined ? { template } : { template, values };
}

export function formatMessage({ template, values }: Message): string {
  if (values === undefined) return template;
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
