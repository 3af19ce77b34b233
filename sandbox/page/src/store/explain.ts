const words: Readonly<Record<string, string>> = {
  operation_timeout: 'aplikacja nie odpowiedziała w ciągu 3 sekund',
  dispatch_failed: 'aplikacja nie jest podłączona',
  no_connection: 'nie ma połączenia z piaskownicą',
  not_in_channel: 'nie ma Cię na tym kanale',
  channel_not_found: 'nie ma takiego kanału',
  user_not_found: 'nie ma takiej osoby',
  is_archived: 'kanał jest zarchiwizowany',
  not_allowed: 'to konto nie może tego zrobić',
  not_enabled: 'aplikacja nie ma strony głównej',
  messages_tab_disabled: 'do tej aplikacji nie można pisać',
  unknown_command: 'nie ma takiego polecenia',
  command_in_thread: 'poleceń nie można używać w wątku',
};

/** A refusal in plain words with its code, e.g. `aplikacja nie odpowiedziała w ciągu 3 sekund (operation_timeout)`. */
export function explain(error: string): string {
  const known = words[error];
  return known === undefined ? error : `${known} (${error})`;
}
