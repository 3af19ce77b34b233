const words: Readonly<Record<string, string>> = {
  operation_timeout: 'aplikacja nie odpowiedziała w ciągu 3 sekund',
  dispatch_failed: 'aplikacja nie jest podłączona',
  no_connection: 'nie ma połączenia z piaskownicą',
  not_in_channel: 'nie ma Cię na tym kanale',
  channel_not_found: 'nie ma takiego kanału',
  is_archived: 'kanał jest zarchiwizowany',
  restricted_action: 'to konto nie może tego zrobić',
  invalid_command: 'nie ma takiego polecenia',
  command_in_thread: 'poleceń nie można używać w wątku',
};

/** A refusal in plain words with its code, e.g. `aplikacja nie odpowiedziała w ciągu 3 sekund (operation_timeout)`. */
export function explain(error: string): string {
  const known = words[error];
  return known === undefined ? error : `${known} (${error})`;
}
