/** What all UI tests of one run share: one server and one browser, started on first use. */
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../host/browser.ts';
import { projectDirectory, temporaryDirectory, UserError } from '../host/paths.ts';
import { runProcess } from '../host/processes.ts';
import { type Server, startServer } from '../host/server.ts';

interface Session {
  readonly server: Server;
  readonly browser: Browser;
  end(): Promise<void>;
}

let session: Promise<Session> | undefined;

/** The shared server and browser, with the extension freshly built. */
export function sharedSession(): Promise<Session> {
  session ??= begin();
  return session;
}

/** Ends what `sharedSession` started, if anything. */
export async function endSession(): Promise<void> {
  const started = await session?.catch(() => undefined);
  session = undefined;
  await started?.end();
}

async function begin(): Promise<Session> {
  const built = await runProcess('node', ['src/build.ts', '--quiet'], { cwd: projectDirectory });
  if (built.code !== 0) throw new UserError(`The extension could not be built:\n${built.output}`);
  const data = await temporaryDirectory();
  const server = await startServer({ dataDirectory: data.path, development: true, endWhenIdle: true });
  const browser = await launchBrowser();
  return {
    server,
    browser,
    async end() {
      await browser.close();
      await server.stop();
      await data.remove();
    },
  };
}
