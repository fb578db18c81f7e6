/**
 * Writes FEATURES.md from what the packages export.
 * `pnpm features`
 */
import { writeFileSync } from 'node:fs';
import { useBackend } from '@tenlab/core';
import { featuresPage } from './features-page';
import { pagePath, pageSources } from './page-sources';

await useBackend('cpu');
writeFileSync(pagePath, featuresPage(pageSources()));
