export type { Deployment } from './deployment/Deployment.js';
export type { EvidenceLevel, PolicyTerms } from './deployment/PolicyTerms.js';
export type { DataItem } from './inventory/DataItem.js';
export type { Notice } from './notice/Notice.js';
export { NOTICE_LANGUAGES } from './notice/noticeLanguages.js';
export type { NoticeLanguage } from './notice/noticeLanguages.js';
export { RETENTION_CLASSES } from './retention/retentionClasses.js';
export type { RetentionClass, RetentionTimes } from './retention/retentionClasses.js';
export type { PolicyVersion } from './versions/PolicyVersion.js';
