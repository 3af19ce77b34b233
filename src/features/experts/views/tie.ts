import type { Locale } from '../../../core/locale.ts';
import { section, typedShort } from '../../../platform/slack/blocks.ts';
import { radioInput, searchInput } from '../../../platform/slack/inputs.ts';
import type { Modal } from '../../../platform/slack/message.ts';
import { IDS } from '../ids.ts';
import { TIE_CATEGORIES } from '../rules/index.ts';
import { texts } from '../texts.ts';

const NAME_SHOWN = 150;

/** The tie's form; without an expert given, it asks for one. */
export function tieModal(expert: { readonly personId: string; readonly name: string } | null, locale: Locale): Modal {
  const words = texts(locale);
  const choices = TIE_CATEGORIES.map((category) => ({ value: category, text: words.categories[category] }));
  const placeholder = words.form.choose;
  return {
    callbackId: IDS.tie,
    title: words.tie.title,
    submit: words.tie.save,
    metadata: { expertId: expert?.personId ?? null },
    blocks: [
      section(words.tie.intro),
      expert
        ? section(words.form.who(typedShort(expert.name, NAME_SHOWN)))
        : searchInput({ name: IDS.expert, label: words.tie.expert, placeholder }),
      searchInput({ name: IDS.organisation, label: words.tie.organisation, placeholder }),
      radioInput({ name: 'category', label: words.tie.category, choices }),
    ],
  };
}
