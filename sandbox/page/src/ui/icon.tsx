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
} as const;

/** A small drawing beside words; it says nothing by itself, so name the button that holds it. */
export function Icon({ name }: { readonly name: keyof typeof paths }) {
  return (
    <svg className="icon" viewBox="0 0 16 16" aria-hidden="true">
      <path d={paths[name]} fillRule="evenodd" />
    </svg>
  );
}
