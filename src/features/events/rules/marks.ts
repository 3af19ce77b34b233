export type Way = 'in_room' | 'online';
export type Mark = { readonly registrationId: string; readonly way: Way | null };
export type Ticked = { readonly here: readonly string[]; readonly online: readonly string[] };

/**
 * What staff changed in the form of attendance: only those marks that differ from what the form showed, so that what came
 * meanwhile by codes or from somebody else stays (R4). Whoever is ticked twice was there online.
 */
export const changedMarks = (shown: readonly Mark[], { here, online }: Ticked): readonly Mark[] =>
  shown.flatMap(({ registrationId, way: before }) => {
    const inRoom = here.includes(registrationId) ? 'in_room' : null;
    const way = online.includes(registrationId) ? 'online' : inRoom;
    return way === before ? [] : [{ registrationId, way }];
  });
