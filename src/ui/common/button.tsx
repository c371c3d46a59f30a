import type { ComponentChildren, Ref } from 'preact';
import { Icon } from './icon.tsx';
import type { IconName } from './icon.tsx';

export interface ButtonProps {
  readonly children?: ComponentChildren;
  readonly kind?: 'primary' | 'plain' | 'quiet';
  readonly icon?: IconName;
  readonly iconAfter?: IconName;
  readonly label?: string | undefined; // for a button that shows only its icon, or whose words are not enough
  readonly small?: boolean;
  readonly keys?: string | undefined; // shown as a key cap and announced, e.g. "Z"
  readonly refusal?: string | null; // why it cannot be pressed now: it stays focusable and says so
  readonly pressed?: boolean;
  readonly expanded?: boolean;
  readonly controls?: string;
  readonly popup?: 'dialog' | 'menu';
  readonly id?: string;
  readonly choice?: string; // which action it opens, for those who look for its place
  readonly class?: string;
  readonly tabIndex?: number;
  readonly submit?: boolean;
  readonly buttonRef?: Ref<HTMLButtonElement>;
  readonly onPress?: (event: MouseEvent) => void;
  readonly onRefused?: (reason: string) => void;
}

/** A bare button's tooltip is its name; the key is in it where no key cap shows it. */
const tipOf = (label: string | undefined, keys: string | undefined): string | undefined =>
  label === undefined || keys === undefined ? label : `${label} (${keys})`;

export function Button(props: ButtonProps) {
  const { kind = 'plain', refusal = null } = props;
  const bare = props.children === undefined;
  const classes = ['button', kind === 'plain' ? '' : kind, bare ? 'bare' : '', props.small ? 'small-button' : '', props.class ?? ''];
  const press = (event: MouseEvent): void => {
    if (refusal === null) props.onPress?.(event);
    else {
      event.preventDefault();
      props.onRefused?.(refusal);
    }
  };
  return (
    <button
      type={props.submit ? 'submit' : 'button'}
      id={props.id}
      ref={props.buttonRef ?? null}
      class={classes.filter((name) => name !== '').join(' ')}
      aria-label={props.label}
      aria-disabled={refusal === null ? undefined : 'true'}
      aria-pressed={props.pressed}
      aria-expanded={props.expanded}
      aria-controls={props.controls}
      aria-haspopup={props.popup}
      aria-keyshortcuts={props.keys}
      data-choice={props.choice}
      tabIndex={props.tabIndex}
      title={refusal ?? tipOf(bare ? props.label : undefined, props.keys)}
      onClick={press}
    >
      {props.icon === undefined ? null : <Icon name={props.icon} />}
      {props.children}
      {props.iconAfter === undefined ? null : <Icon name={props.iconAfter} />}
      {props.keys === undefined || bare ? null : (
        <kbd class="key" aria-hidden="true">
          {props.keys}
        </kbd>
      )}
    </button>
  );
}
