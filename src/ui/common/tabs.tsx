import './tabs.css';
import { Icon } from './icon.tsx';
import type { IconName } from './icon.tsx';
import { rove } from './roving.ts';

export interface Tab<Id extends string> {
  readonly id: Id;
  readonly title: string;
  readonly icon?: IconName;
  readonly badge?: string; // short words: "2 new"
  readonly keys?: string | undefined;
}

interface TabsProps<Id extends string> {
  readonly label: string;
  readonly name: string; // prefix of ids: the panel of a tab is `${name}-panel-${id}`
  readonly tabs: readonly Tab<Id>[];
  readonly selected: Id;
  readonly onSelect: (id: Id) => void;
}

/** A row of tabs; arrows move and select, as only one is in the tab order. */
export function Tabs<Id extends string>({ label, name, tabs, selected, onSelect }: TabsProps<Id>) {
  const move = (event: KeyboardEvent): void => {
    const id = rove(event, '[role=tab]', 'row')?.dataset['tab'];
    const tab = tabs.find((each) => each.id === id);
    if (tab !== undefined) onSelect(tab.id);
  };
  return (
    <div class="tabs" role="tablist" aria-label={label} onKeyDown={move}>
      {tabs.map((tab) => (
        <button
          key={tab.id}
          type="button"
          role="tab"
          id={`${name}-tab-${tab.id}`}
          data-tab={tab.id}
          aria-selected={tab.id === selected}
          aria-controls={`${name}-panel-${tab.id}`}
          aria-keyshortcuts={tab.keys}
          title={tab.keys === undefined ? undefined : `${tab.title} (${tab.keys})`}
          tabIndex={tab.id === selected ? 0 : -1}
          onClick={() => onSelect(tab.id)}
        >
          {tab.icon === undefined ? null : <Icon name={tab.icon} />}
          <span>{tab.title}</span>
          {tab.badge === undefined ? null : <span class="badge">{tab.badge}</span>}
        </button>
      ))}
    </div>
  );
}
