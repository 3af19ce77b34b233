import type { Locale } from '../../../core/locale.ts';
import type { Kind } from '../rules/index.ts';

/** Ways of meeting in words, the same on every surface. */
export const KIND_NAMES: Readonly<Record<Locale, Readonly<Record<Kind, string>>>> = {
  pl: { on_site: 'na miejscu', phone: 'przez telefon', online: 'online' },
  en: { on_site: 'on site', phone: 'by phone', online: 'over the internet' },
};
