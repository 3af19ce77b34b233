import type { ReactNode } from 'react';

type SectionProps = { readonly title: string; readonly children: ReactNode; readonly tool?: ReactNode };

export function Section({ title, children, tool = null }: SectionProps) {
  return (
    <section className="side-section" aria-label={title}>
      <h2>
        {title}
        {tool}
      </h2>
      <ul>{children}</ul>
    </section>
  );
}

type RowProps = {
  readonly label: string;
  readonly icon: ReactNode;
  readonly unread: number;
  readonly current: boolean;
  readonly faded?: boolean;
  /** What stands beside the name. */
  readonly mark?: ReactNode;
  readonly onClick: () => void;
};

/** A line of the sidebar: where one can go. */
export function Row({ label, icon, unread, current, faded = false, mark = null, onClick }: RowProps) {
  const marks = `${current ? ' is-current' : ''}${unread > 0 ? ' is-unread' : ''}${faded ? ' is-faded' : ''}`;
  return (
    <li>
      <button
        type="button"
        className={`side-row${marks}`}
        aria-current={current ? 'page' : undefined}
        title={label}
        onClick={onClick}
      >
        <span className="side-icon" aria-hidden="true">
          {icon}
        </span>
        <span className="side-name">{label}</span>
        {mark}
        {unread > 0 ? (
          <span className="unread">
            <span className="sr-only">nieprzeczytane: </span>
            {unread}
          </span>
        ) : null}
      </button>
    </li>
  );
}
