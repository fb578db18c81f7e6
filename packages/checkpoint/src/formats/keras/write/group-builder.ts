import type { AttributeValue, DatasetToWrite, GroupToWrite } from '../../hdf5/write/plan-hdf5';

interface Group {
  attributes: Map<string, AttributeValue>;
  children: Map<string, Group | DatasetToWrite>;
}

/** A tree of groups that is put together path by path. */
export class GroupBuilder {
  readonly root: Group & GroupToWrite = { attributes: new Map(), children: new Map() };

  /** The group at a path, made with all above it where it is not there. */
  group(path: string): Group {
    let at: Group = this.root;
    for (const name of path.split('/').filter((part) => part !== '')) {
      let below = at.children.get(name);
      if (below === undefined || !('children' in below)) {
        below = { attributes: new Map(), children: new Map() };
        at.children.set(name, below);
      }
      at = below;
    }
    return at;
  }

  /** Puts a dataset at a path. */
  add(path: string, dataset: DatasetToWrite): void {
    const slash = path.lastIndexOf('/');
    this.group(path.slice(0, Math.max(0, slash))).children.set(path.slice(slash + 1), dataset);
  }
}
