import { catalog, type LabAbout } from '@tenlab/labs';

export declare const data: LabAbout[];

/** The labs for lists in pages: VitePress reads them when it builds. */
export default {
  load: (): LabAbout[] => catalog.map(({ about }) => about),
};
