/** Messages of the browser-hosted VS Code that say nothing about the extension under test. */
const noise = [
  /serviceWorker\.js/,
  /open-vsx\.org/,
  /agent ?host/i,
  /Failed to load resource/,
  /connection token \(/,
  /Creating a socket \(/,
  /\[reconnection-grace-time\]/,
  /builtin extensions cache/,
  /^\[(AccountPolicyGate|DefaultAccount|chat-stt)\]/,
  /No search provider registered for scheme/,
];

export function isNoise(message: string): boolean {
  return message.trim() === '' || noise.some((pattern) => pattern.test(message));
}
