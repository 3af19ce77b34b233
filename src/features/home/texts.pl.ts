export const pl = {
  help: {
    help: '`/debiuty pomoc` – ta lista',
    hello: (name: string) => `Cześć, ${name}!`,
    staff: 'Jesteś w zespole programu. Oto co możesz zrobić:',
    expert: 'Jesteś ekspertem lub ekspertką programu. Oto co możesz zrobić:',
    representative:
      'Reprezentujesz organizację w programie. Najprościej działać przyciskami na karcie przypiętej w kanale Twojej organizacji. Możesz też:',
    newcomer: 'Pomagamy organizacjom stawiać pierwsze kroki w partycypacji. Oto co możesz zrobić:',
    unknown: (word: string) => `Nie znam polecenia „${word}”.`,
  },
  home: {
    welcome: (name: string) => `Cześć, ${name}!`,
    intro: 'Tu widzisz, co czeka na Ciebie w programach. Zawsze możesz też napisać `/debiuty pomoc`.',
    empty:
      'Na razie nic tu na Ciebie nie czeka. Gdy trwa nabór, zgłosisz organizację przyciskiem w ogłoszeniu na kanale edycji albo poleceniem `/debiuty zgłoś`.',
    broken: 'Jednej z części nie udało się teraz pokazać. Otwórz tę stronę ponownie za chwilę.',
  },
};
export type HomeTexts = typeof pl;
