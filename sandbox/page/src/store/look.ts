import { useEffect, useState } from 'react';

const KEY = 'sandbox-look';
const system = window.matchMedia('(prefers-color-scheme: dark)');

const isDark = (): boolean => (localStorage.getItem(KEY) ?? (system.matches ? 'dark' : 'light')) === 'dark';

/** Light or dark: as the system says, until one switches; switching back forgets the choice. */
export function useLook(): { readonly dark: boolean; readonly toggle: () => void } {
  const [dark, setDark] = useState(isDark);
  useEffect(() => {
    const follow = () => setDark(isDark());
    system.addEventListener('change', follow);
    return () => system.removeEventListener('change', follow);
  }, []);
  useEffect(() => {
    document.documentElement.dataset['theme'] = dark ? 'dark' : 'light';
  }, [dark]);
  const toggle = () => {
    if (dark === system.matches) localStorage.setItem(KEY, dark ? 'light' : 'dark');
    else localStorage.removeItem(KEY);
    setDark(isDark());
  };
  return { dark, toggle };
}
