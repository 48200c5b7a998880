/** The browser that shows the workbench: the system's own Chromium, driven by playwright-core. */
import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { type Browser, chromium } from 'playwright-core';
import { UserError } from './paths.ts';

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
];

/** Starts Chromium without a window. It ends with `close()`, and with this process at the latest. */
export async function launchBrowser(): Promise<Browser> {
  return await chromium.launch({ executablePath: await findChromium(), args: flags, timeout: 60_000 });
}

async function findChromium(): Promise<string> {
  const candidates = process.env.CHROMIUM ? [process.env.CHROMIUM] : places;
  for (const place of candidates) {
    if (
      await access(place, constants.X_OK).then(
        () => true,
        () => false,
      )
    )
      return place;
  }
  throw new UserError(
    process.env.CHROMIUM
      ? `CHROMIUM says ${process.env.CHROMIUM}, but there is no such program.`
      : 'These tests need Chromium. On Debian: apt-get install chromium. Elsewhere: set CHROMIUM to the path of a Chromium or Chrome.',
  );
}
