import { describeReadme } from '@tenlab/testing';

await describeReadme(import.meta.url);
