/** The sixteen voivodeships of Poland; the key is what the database keeps. */
export const VOIVODESHIPS = [
  { key: 'dolnoslaskie', pl: 'dolnośląskie', en: 'Lower Silesian' },
  { key: 'kujawsko-pomorskie', pl: 'kujawsko-pomorskie', en: 'Kuyavian-Pomeranian' },
  { key: 'lubelskie', pl: 'lubelskie', en: 'Lublin' },
  { key: 'lubuskie', pl: 'lubuskie', en: 'Lubusz' },
  { key: 'lodzkie', pl: 'łódzkie', en: 'Łódź' },
  { key: 'malopolskie', pl: 'małopolskie', en: 'Lesser Poland' },
  { key: 'mazowieckie', pl: 'mazowieckie', en: 'Masovian' },
  { key: 'opolskie', pl: 'opolskie', en: 'Opole' },
  { key: 'podkarpackie', pl: 'podkarpackie', en: 'Subcarpathian' },
  { key: 'podlaskie', pl: 'podlaskie', en: 'Podlaskie' },
  { key: 'pomorskie', pl: 'pomorskie', en: 'Pomeranian' },
  { key: 'slaskie', pl: 'śląskie', en: 'Silesian' },
  { key: 'swietokrzyskie', pl: 'świętokrzyskie', en: 'Holy Cross' },
  { key: 'warminsko-mazurskie', pl: 'warmińsko-mazurskie', en: 'Warmian-Masurian' },
  { key: 'wielkopolskie', pl: 'wielkopolskie', en: 'Greater Poland' },
  { key: 'zachodniopomorskie', pl: 'zachodniopomorskie', en: 'West Pomeranian' },
] as const;

export type Voivodeship = (typeof VOIVODESHIPS)[number]['key'];

/** Whether a stored or typed key names one of the sixteen. */
export function isVoivodeship(key: string): key is Voivodeship {
  return VOIVODESHIPS.some((one) => one.key === key);
}
