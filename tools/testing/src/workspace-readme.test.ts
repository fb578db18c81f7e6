import { describeReadme } from './describe-readme';

// Here rather than at the root, where tfjs-core cannot be found. Their programs choose a backend.
await describeReadme(import.meta.url, '../../../README.md');
await describeReadme(import.meta.url, '../../../README.zh-CN.md');
