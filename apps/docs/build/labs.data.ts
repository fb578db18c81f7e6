import type { LabAbout } from '@tenlab/labs';
import { allLabs } from './all-labs';

export declare const data: LabAbout[];

/** The labs for lists in pages: VitePress reads them when it builds. */
export default {
  load: (): LabAbout[] => allLabs.map(({ about }) => about),
};
