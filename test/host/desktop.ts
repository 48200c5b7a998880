/** Desktop VS Code, where it can be had. */
import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { downloadAndUnzipVSCode, SilentReporter } from '@vscode/test-electron';
import { cacheDirectory, UserError } from './paths.ts';

/**
 * Returns the path of a desktop VS Code, downloaded if need be, or nothing where the browser-hosted one must do: no
 * display, or no way to the update server. CODEBOOM_HOST decides instead: `desktop` insists, `browser` and `web` decline.
 */
export async function desktopCode(): Promise<string | undefined> {
  const wish = process.env.CODEBOOM_HOST;
  if (wish !== undefined && !['desktop', 'browser', 'web', ''].includes(wish)) {
    throw new UserError(`CODEBOOM_HOST is ${wish}; it can be desktop, browser or web.`);
  }
  if (wish === 'browser' || wish === 'web') return undefined;
  if (wish !== 'desktop' && !(hasDisplay() && (await updateServerAnswers()))) return undefined;
  return await downloadAndUnzipVSCode({ cachePath: cacheDirectory, reporter: new SilentReporter() });
}

function hasDisplay(): boolean {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

async function updateServerAnswers(): Promise<boolean> {
  const address = 'https://update.code.visualstudio.com/api/releases/stable';
  return await fetch(address, { signal: AbortSignal.timeout(3000) }).then(
    (answer) => answer.ok,
    () => false,
  );
}

/** Returns the `code` of a desktop VS Code that is installed on this machine, if there is one to be seen. */
export async function installedCode(): Promise<string | undefined> {
  if (!hasDisplay()) return undefined;
  const name = process.platform === 'win32' ? 'code.cmd' : 'code';
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const path = join(folder, name);
    if (
      await access(path, constants.X_OK).then(
        () => true,
        () => false,
      )
    )
      return path;
  }
  return undefined;
}
