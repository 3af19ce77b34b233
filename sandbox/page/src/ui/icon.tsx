const paths = {
  lock: 'M5 7V5a3 3 0 0 1 6 0v2h1v7H4V7zm1.5 0h3V5a1.5 1.5 0 0 0-3 0z',
  bolt: 'M9 1 3 9h4l-1 6 6-8H8z',
  more: 'M8 3.2a1.3 1.3 0 1 0 0-2.6 1.3 1.3 0 0 0 0 2.6zm0 6.1a1.3 1.3 0 1 0 0-2.6 1.3 1.3 0 0 0 0 2.6zm0 6.1a1.3 1.3 0 1 0 0-2.6 1.3 1.3 0 0 0 0 2.6z',
  close: 'm3.5 2.4 4.5 4.5 4.5-4.5 1.1 1.1L9.1 8l4.5 4.5-1.1 1.1L8 9.1l-4.5 4.5-1.1-1.1L6.9 8 2.4 3.5z',
  send: 'M1.5 2 15 8 1.5 14l1.7-5L10 8 3.2 7z',
  pin: 'M6 1h4l-.5 4.5L12 8v1.5H8.7V15H7.3V9.5H4V8l2.5-2.5z',
  reply: 'M2 2h12v9H8l-4 3.5V11H2zm1.5 1.5v6h2v1.8l2-1.8h5v-6z',
  down: 'm3 5.5 5 5 5-5-1-1-4 4-4-4z',
  left: 'm10.5 3-5 5 5 5 1-1-4-4 4-4z',
  right: 'm5.5 3 5 5-5 5-1-1 4-4-4-4z',
  people:
    'M6 8a2.8 2.8 0 1 0 0-5.6A2.8 2.8 0 0 0 6 8zm-5 5.5C1 11 3.2 9.3 6 9.3s5 1.7 5 4.2zM11 8a2.3 2.3 0 0 0 0-4.6zm1 1.5c1.8.3 3 1.7 3 4h-2.3c0-1.7-.3-2.9-.7-4z',
  check: 'M6.2 12.8 1.8 8.4l1.1-1.1 3.3 3.3 6.9-6.9 1.1 1.1z',
  plus: 'M7.2 2h1.6v5.2H14v1.6H8.8V14H7.2V8.8H2V7.2h5.2z',
  alert: 'M8 1.3 15.5 14.5H.5zM7.3 6v4.5h1.4V6zm0 5.5v1.4h1.4v-1.4z',
  menu: 'M2 3.3h12v1.5H2zm0 4h12v1.5H2zm0 4h12v1.5H2z',
  clock:
    'M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1zm0 1.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11zm-.7 1.7v4.2l3.2 1.9.7-1.2-2.5-1.5V4.2z',
  play: 'M4 2.2v11.6L13.5 8z',
  pause: 'M4 2.5h2.8v11H4zm5.2 0H12v11H9.2z',
  traffic: 'M5 1.5 8.4 5 7.3 6 5.8 4.4V14H4.2V4.4L2.7 6 1.6 5zm6 13L7.6 11l1.1-1 1.5 1.6V2h1.6v9.6l1.5-1.6 1.1 1z',
  moon: 'M6.2 1.5a6.6 6.6 0 1 0 8.3 8.3A5.6 5.6 0 0 1 6.2 1.5z',
  sun: 'M8 4.6a3.4 3.4 0 1 0 0 6.8 3.4 3.4 0 0 0 0-6.8zM7.3.8h1.4v2.4H7.3zm0 12h1.4v2.4H7.3zM.8 7.3h2.4v1.4H.8zm12 0h2.4v1.4h-2.4zM2.4 3.4l1-1 1.7 1.7-1 1zm8.5 8.5 1-1 1.7 1.7-1 1zm2.7-8.5-1-1-1.7 1.7 1 1zm-8.5 8.5-1-1-1.7 1.7 1 1z',
  shared:
    'M5.3 4a4 4 0 1 0 1.9 7.5A5.4 5.4 0 0 1 6 8c0-1.3.4-2.5 1.2-3.5A4 4 0 0 0 5.3 4zm5.4 0a4 4 0 1 1 0 8 4 4 0 0 1 0-8z',
} as const;

/** A small drawing beside words; it says nothing by itself, so name the button that holds it. */
export function Icon({ name }: { readonly name: keyof typeof paths }) {
  return (
    <svg className="icon" viewBox="0 0 16 16" aria-hidden="true">
      <path d={paths[name]} fillRule="evenodd" />
    </svg>
  );
}
