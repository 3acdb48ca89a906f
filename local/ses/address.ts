/** Mail addresses: `Name <local@domain>` or `local@domain`. */

/** The bare address in lower case; empty where there is none. */
export function bareAddress(text: string): string {
  const address = /<([^<>]+)>\s*$/.exec(text)?.[1] ?? text;
  return /^[^\s@<>,;]+@[^\s@<>,;]+$/.test(address.trim()) ? address.trim().toLowerCase() : '';
}

/** Addresses that behave like a mailbox that does not exist: `bounce+anything@...` and everything at bounce.invalid. */
export function bounces(text: string): boolean {
  const address = bareAddress(text);
  return address.startsWith('bounce+') || address.endsWith('@bounce.invalid');
}
