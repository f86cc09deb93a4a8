/** Evidence is committed with the report, and a repository keeps every byte for good. */
export const maxEvidenceBytes = 10 * 1024 * 1024;
