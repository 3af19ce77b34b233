import { spawn } from 'node:child_process';

/** Opens the address in the person's browser; does nothing where there is none to be seen. */
export const openBrowser = (url: string): void => {
  const command = browserCommand(url);
  if (!command) return;
  const [program, ...args] = command;
  const child = spawn(program, args, { detached: true, stdio: 'ignore' });
  // A machine without a browser is fine: the address is printed anyway.
  child.once('error', () => {});
  child.unref();
};

const browserCommand = (url: string): readonly [string, ...string[]] | null => {
  if (process.env['CI']) return null;
  if (process.platform === 'darwin') return ['open', url];
  if (process.platform === 'win32') return ['cmd', '/c', 'start', '', url];
  return process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'] ? ['xdg-open', url] : null;
};
